package shop;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shop.io.Loader;
import shop.model.Product;
import util.text.Texts;

public class Main {
    static class Discounted extends Product {
        Discounted(Product p) {
            super(p.name() + "*", 0, p.category());
        }

        int own() {
            return cents;
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println(Arrays.toString(args) + " " + Loader.setting("title") + " " + Loader.setting("nothing"));
        List<Product> all = Loader.products("products.txt");
        Collections.sort(all);
        Texts.Table<Product> table = new Texts.Table<Product>().column(Product::name).column(6, Product::gross).column(7, p -> p.category().name().toLowerCase());
        table.rows(all.toArray(new Product[0])).rows(new Discounted(all.get(0)));
        for (String line : table) {
            System.out.println(line);
        }
        Map<Product.Category, Integer> sums = all.stream().collect(Collectors.groupingBy(Product::category, TreeMap::new, Collectors.summingInt(Product::gross)));
        System.out.println(sums + " " + new Discounted(all.get(1)).own());
        for (String r : new String[] {"/shop/io/broken.txt", "missing.txt"}) {
            try {
                Loader.products(r);
            } catch (IOException e) {
                System.out.println(e + " / " + e.getCause());
            }
        }
        System.out.println(Main.class.getPackage().getName() + " " + Class.forName("util.text.Padding").getSimpleName());
    }
}
