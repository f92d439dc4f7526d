package shop.model;

import java.util.Objects;

public class Product implements Comparable<Product> {
    public enum Category {
        FOOD {
            @Override
            public double tax() {
                return 0.07;
            }
        },
        TOOLS, BOOKS;

        public double tax() {
            return 0.19;
        }
    }

    private final String name;
    protected final int cents;
    final Category category;

    public Product(String name, int cents, Category category) {
        this.name = Objects.requireNonNull(name, "name");
        this.cents = cents;
        this.category = category;
    }

    public String name() {
        return name;
    }

    public Category category() {
        return category;
    }

    public int gross() {
        return (int) Math.round(cents * (1 + category.tax()));
    }

    @Override
    public int compareTo(Product o) {
        return name.compareTo(o.name);
    }

    @Override
    public String toString() {
        return name + "@" + cents;
    }
}
