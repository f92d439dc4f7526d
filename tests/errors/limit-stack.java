class T {
    static long m(#{126:long a#, }#long z) {
        return z;
    }

    long x = #{265:m(#{126:0L, }#}##{1:1}##{265:)}#;
}
