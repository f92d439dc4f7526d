import java.util.Arrays;

/** Loops that count by a step which is no constant: positive, large, zero for a while, negative; and hashes of long strings. */
public class Steps {
    static int sieve(int limit) {
        boolean[] composite = new boolean[limit + 1];
        int primes = 0;
        for (int i = 2; i <= limit; i++) {
            if (!composite[i]) {
                primes++;
                if ((long) i * i <= limit) {
                    for (int j = i * i; j <= limit; j += i) {
                        composite[j] = true;
                    }
                }
            }
        }
        return primes;
    }

    static int spf(int limit) {
        int[] least = new int[limit];
        for (int i = 2; i < limit; i++) {
            if (least[i] == 0) {
                for (int j = i; j < limit; j += i) {
                    if (least[j] == 0) {
                        least[j] = i;
                    }
                }
            }
        }
        return Arrays.hashCode(least);
    }

    static String run(int[] data, int from, int limit, int step) {
        Arrays.fill(data, 1);
        int j = from;
        int turns = 0;
        String end = "";
        try {
            for (; j < limit; j += step) {
                data[j] += ++turns;
                if (turns > 300) {
                    break;
                }
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            end = e.getMessage();
        }
        return j + " " + turns + " " + Arrays.hashCode(data) + " " + end;
    }

    static String plain(int[] data, int from, int limit, int step, int offset) {
        Arrays.fill(data, 0);
        int j = from;
        try {
            for (; j <= limit; j = step + j) {
                data[j + offset] = j;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            return j + " " + Arrays.hashCode(data) + " " + e.getMessage();
        }
        return j + " " + Arrays.hashCode(data);
    }

    static int overflowing(byte[] data, int from, int step) {
        int sum = 0;
        int turns = 0;
        for (int j = from; j < Integer.MAX_VALUE; j += step) {
            if (j < 0) {
                return sum * 100 + turns;
            }
            if (j < data.length) {
                sum += data[j];
            }
            turns++;
        }
        return -1;
    }

    public static void main(String[] args) {
        int[] data = new int[1000];
        byte[] bytes = new byte[100];
        Arrays.fill(bytes, (byte) 3);
        int[] steps = {1, 2, 3, 7, 64, 65, 1000, 16383, 16384, 16385, 1 << 20, Integer.MAX_VALUE, -1, -5, Integer.MIN_VALUE, 0};
        int[] limits = {0, 1, 5, 999, 1000, 1001, 3000, Integer.MAX_VALUE};
        int[] starts = {0, 1, 3, 998, 999, 1000, -1, -1000, Integer.MIN_VALUE};
        StringBuilder all = new StringBuilder();
        for (int round = 0; round < 30; round++) {
            all.setLength(0);
            for (int step : steps) {
                for (int limit : limits) {
                    for (int start : starts) {
                        all.append(run(data, start, limit, step)).append(';');
                        if (step > 0 || start >= 0) {
                            if (step != 0 || start < 0 || start >= 1000 || start > limit) {
                                all.append(plain(data, start, limit, step, round % 3)).append('\n');
                            }
                        }
                    }
                }
                if (step > 1000) {
                    all.append(overflowing(bytes, 0, step)).append('\n');
                }
            }
            if (round % 10 == 0) {
                System.out.println(all.length() + " " + all.toString().hashCode());
            }
        }
        for (int i = 0; i < 60; i++) {
            System.out.println(sieve(i * i * 20) + " " + spf(i * 100) + " " + "hash\u00e9 me".repeat(i).substring(i / 2).hashCode()
                + " " + "\u4e2d\u6587x".repeat(i).substring(i % 5 * i / 5).hashCode());
        }
        System.out.println(sieve(3_000_000) + " " + spf(1_000_000));
        System.out.println(all.substring(0, 500));
    }
}
