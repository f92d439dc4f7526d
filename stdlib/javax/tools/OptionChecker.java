package javax.tools;

public interface OptionChecker {
    int isSupportedOption(String string);
}
