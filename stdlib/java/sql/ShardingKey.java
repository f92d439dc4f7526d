package java.sql;

/** Says which part of a divided database is meant. */
public interface ShardingKey {
}
