package javax.sql;

import java.sql.SQLException;
import java.sql.ShardingKey;

/** Makes such connections, step by step. */
public interface XAConnectionBuilder {
    XAConnectionBuilder user(String name);

    XAConnectionBuilder password(String name);

    XAConnectionBuilder shardingKey(ShardingKey shardingKey);

    XAConnectionBuilder superShardingKey(ShardingKey shardingKey);

    XAConnection build() throws SQLException;
}
