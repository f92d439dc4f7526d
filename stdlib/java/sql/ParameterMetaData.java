package java.sql;

/** What a statement's parameters are. */
public interface ParameterMetaData extends Wrapper {
    int parameterNoNulls = 0;
    int parameterNullable = 1;
    int parameterNullableUnknown = 2;
    int parameterModeUnknown = 0;
    int parameterModeIn = 1;
    int parameterModeInOut = 2;
    int parameterModeOut = 4;

    int getParameterCount() throws SQLException;

    int isNullable(int n) throws SQLException;

    boolean isSigned(int n) throws SQLException;

    int getPrecision(int n) throws SQLException;

    int getScale(int n) throws SQLException;

    int getParameterType(int n) throws SQLException;

    String getParameterTypeName(int n) throws SQLException;

    String getParameterClassName(int n) throws SQLException;

    int getParameterMode(int n) throws SQLException;
}
