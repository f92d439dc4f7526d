package com.sun.net.httpserver;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Looks at requests before and after their handler. */
public abstract class Filter {

    protected Filter() {
    }

    /** The filters that are left, and the handler behind them. */
    public static class Chain {
        private final Iterator<Filter> rest;
        private final HttpHandler handler;

        public Chain(List<Filter> filters, HttpHandler handler) {
            this.rest = filters.iterator();
            this.handler = handler;
        }

        public void doFilter(HttpExchange exchange) throws IOException {
            if (rest.hasNext()) {
                rest.next().doFilter(exchange, this);
            } else {
                handler.handle(exchange);
            }
        }
    }

    public abstract void doFilter(HttpExchange exchange, Chain chain) throws IOException;

    public abstract String description();

    public static Filter beforeHandler(String description, Consumer<HttpExchange> operation) {
        return around(description, operation, true);
    }

    public static Filter afterHandler(String description, Consumer<HttpExchange> operation) {
        return around(description, operation, false);
    }

    private static Filter around(String description, Consumer<HttpExchange> operation, boolean before) {
        Objects.requireNonNull(description);
        Objects.requireNonNull(operation);
        return new Filter() {
            @Override
            public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
                if (before) {
                    operation.accept(exchange);
                }
                chain.doFilter(exchange);
                if (!before) {
                    operation.accept(exchange);
                }
            }

            @Override
            public String description() {
                return description;
            }
        };
    }
}
