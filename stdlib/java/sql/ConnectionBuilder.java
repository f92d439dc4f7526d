package java.sql;

/** Makes connections, step by step. */
public interface ConnectionBuilder {
    ConnectionBuilder user(String name);

    ConnectionBuilder password(String name);

    ConnectionBuilder shardingKey(ShardingKey shardingKey);

    ConnectionBuilder superShardingKey(ShardingKey shardingKey);

    Connection build() throws SQLException;
}
