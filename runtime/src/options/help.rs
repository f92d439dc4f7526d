//! What `-help` and `-version` print.

/// The help text.
pub const HELP: &str = "\
Usage: rvm [options] <mainclass> [args...]
           (run a class)
   or  rvm [options] <file>.class [args...]
           (run a class file)
   or  rvm [options] -jar <jarfile> [args...]
           (run a jar's main class)
   or  rvm [options] <file>.java|<file>.src [args...]
           (compile a source file in memory and run it)

 Options:

    -cp <path>, -classpath <path>, --class-path <path>
                  folders and jars to search for classes, separated by ':'
    -D<name>=<value>
                  set a system property
    -ea[:<package>...|:<class>], -enableassertions, -da[:...], -disableassertions
                  switch assertions on or off, everywhere or where named
    -esa, -dsa    the same for the class library
    -verbose:class|gc|jit
                  report loaded classes, collections or compilations
    -version, --version, -showversion, --show-version
                  print the version (and go on)
    -? -h -help, --help
                  print this help
    -X, --help-extra
                  print help on more options
    --sandbox process|kvm
                  run behind a wall, with what is granted only; -X tells more
    --source <n>  run the file as source whatever its name
    @<file>       take options from a file
    -disable-@files
                  from here on '@' has no meaning
";

/// The help text for `-X`.
pub const HELP_EXTRA: &str = "\
    -Xmx<size>, -Xms<size>
                  largest and initial heap; the largest is a hard limit
    -Xss<size>    Java stack of a thread
    -Xmn<size>    young generation
    -Xint, -Xmixed, -Xcomp
                  interpret only; compile what is hot (default); compile every method before it runs
    --print-ir <class>.<method>
                  print a method's bytecode, SSA and machine code when it is compiled
    -XX:CompileThreshold=<n>
                  calls and loops that make a method hot
    -XX:+CompileTheWorld, -XX:CompileTheWorld=<folder>
                  compile all methods of the class library, or of what lies in a folder, before the program runs
    -XX:+PerfMap  write names of compiled code to /tmp/perf-<pid>.map for profilers
    -Xverify:all|remote|none
                  verify all classes, those of the class path (default), none
    -Xbootclasspath:<path>
                  take the class library from folders and jars
    -Xbootclasspath/a:<path>
                  add to the class library
    -XX:GCZeal=<n>
                  collect at every n-th allocation and check the heap
";

/// What `-version` prints.
pub fn version_text(first: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "{first} \"17.0.15\"\nRVM Runtime Environment (build {version})\nRVM 64-Bit VM (build {version}, mixed mode)\n"
    )
}
