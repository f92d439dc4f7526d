class T {
    int m(int a) {
        try {
            return a;
        } finally {
            return 3;
        }
    }

    void n(int a) {
        while (true) {
            try {
                a++;
            } finally {
                break;
            }
        }
    }
}
