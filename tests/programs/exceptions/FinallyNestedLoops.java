public class FinallyNestedLoops {
    public static void main(String[] args) throws Exception {
        StringBuilder sb = new StringBuilder();
        o: for (int i = 0; i < 4; i++) {
            try {
                for (int j = 0; j < 4; j++) {
                    try {
                        if (j == 2) continue o;
                        if (i == 2) break o;
                        if (i == 1 && j == 1) throw new RuntimeException();
                        sb.append(i).append(j).append(' ');
                    }  catch (RuntimeException e) {
                        sb.append("E ");
                    }  finally {
                        sb.append("f ");
                    }
                }
            }  finally {
                sb.append("F ");
            }
        }
        p(sb);
    }

    static void p(Object o) {
        System.out.println(o);
    }
}
