package javax.tools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

public final class DiagnosticCollector<S> implements DiagnosticListener<S> {
    private final List<Diagnostic<? extends S>> diagnostics =
            Collections.synchronizedList(new ArrayList<>());

    public DiagnosticCollector() {
    }

    public List<Diagnostic<? extends S>> getDiagnostics() {
        return Collections.unmodifiableList(diagnostics);
    }

    @Override
    public void report(Diagnostic<? extends S> diagnostic) {
        diagnostics.add(Objects.requireNonNull(diagnostic));
    }
}
