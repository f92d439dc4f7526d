package javax.sql;

import java.sql.SQLException;
import java.sql.ShardingKey;

/** Makes pooled connections, step by step. */
public interface PooledConnectionBuilder {
    PooledConnectionBuilder user(String name);

    PooledConnectionBuilder password(String name);

    PooledConnectionBuilder shardingKey(ShardingKey shardingKey);

    PooledConnectionBuilder superShardingKey(ShardingKey shardingKey);

    PooledConnection build() throws SQLException;
}
