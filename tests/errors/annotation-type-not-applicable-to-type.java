import java.lang.annotation.*;
import java.util.*;

@Target(ElementType.METHOD)
@interface M {
}

@Target(ElementType.TYPE_USE)
@interface U {
}

@interface N {
}

class T<@U Y> extends @M Object {
    List<@M String> f;
    int @M [] i;
    @U int g;

    void m() throws @M Exception {
        Object o = (@M String) null;
        List<@N ?> q;
        List<@U ?> ok;
    }
}
