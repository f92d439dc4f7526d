package com.sun.net.httpserver;

/** Says whose request it is. */
public abstract class Authenticator {

    protected Authenticator() {
    }

    /** What came of it. */
    public abstract static class Result {
        protected Result() {
        }
    }

    /** It will not do; with the code to answer. */
    public static class Failure extends Result {
        private final int responseCode;

        public Failure(int responseCode) {
            this.responseCode = responseCode;
        }

        public int getResponseCode() {
            return responseCode;
        }
    }

    /** It is known whose it is. */
    public static class Success extends Result {
        private final HttpPrincipal principal;

        public Success(HttpPrincipal p) {
            this.principal = p;
        }

        public HttpPrincipal getPrincipal() {
            return principal;
        }
    }

    /** It must be asked again, with what the response's fields want; with the code to answer. */
    public static class Retry extends Result {
        private final int responseCode;

        public Retry(int responseCode) {
            this.responseCode = responseCode;
        }

        public int getResponseCode() {
            return responseCode;
        }
    }

    public abstract Result authenticate(HttpExchange exch);
}
