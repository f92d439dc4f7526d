package com.sun.net.httpserver;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** The basic scheme: user and password, in base 64. */
public abstract class BasicAuthenticator extends Authenticator {
    protected final String realm;
    private final Charset charset;

    public BasicAuthenticator(String realm) {
        this(realm, StandardCharsets.UTF_8);
    }

    public BasicAuthenticator(String realm, Charset charset) {
        Objects.requireNonNull(charset);
        if (realm.isEmpty()) {
            throw new IllegalArgumentException("realm must not be empty");
        }
        if (realm.indexOf('"') >= 0 && !realm.replace("\\\"", "").equals(realm.replace("\"", "").replace("\\", ""))) {
            throw new IllegalArgumentException("realm invalid: " + realm);
        }
        this.realm = realm;
        this.charset = charset;
    }

    public String getRealm() {
        return realm;
    }

    private Result ask(HttpExchange exchange) {
        String value = "Basic realm=\"" + realm + "\"";
        if (charset.equals(StandardCharsets.UTF_8)) {
            value += ", charset=\"UTF-8\"";
        }
        exchange.getResponseHeaders().set("WWW-Authenticate", value);
        return new Retry(401);
    }

    @Override
    public Result authenticate(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null) {
            return ask(exchange);
        }
        int space = given.indexOf(' ');
        if (space < 0 || !given.substring(0, space).equals("Basic")) {
            return new Failure(401);
        }
        String pair = new String(Base64.getDecoder().decode(given.substring(space + 1)), charset);
        int colon = pair.indexOf(':');
        String user = pair.substring(0, colon);
        return checkCredentials(user, pair.substring(colon + 1)) ? new Success(new HttpPrincipal(user, realm)) : ask(exchange);
    }

    public abstract boolean checkCredentials(String username, String password);
}
