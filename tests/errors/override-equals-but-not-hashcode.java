class T {
    public boolean equals(Object o) {
        return true;
    }

    static class A extends T {
        public boolean equals(Object o) {
            return false;
        }
    }

    static class B {
        public boolean equals(Object o) {
            return false;
        }

        public int hashCode() {
            return 3;
        }
    }

    static class C extends B {
        public boolean equals(Object o) {
            return false;
        }
    }

    static class D {
        public boolean equals(D o) {
            return false;
        }
    }
}
