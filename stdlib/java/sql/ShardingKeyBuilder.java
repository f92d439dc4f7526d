package java.sql;

/** Makes sharding keys, step by step. */
public interface ShardingKeyBuilder {
    ShardingKeyBuilder subkey(Object object, SQLType sQLType);

    ShardingKey build() throws SQLException;
}
