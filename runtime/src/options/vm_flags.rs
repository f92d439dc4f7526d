//! `-XX:` flags: rvm's own, and HotSpot's that scripts commonly pass, which are accepted without effect.

use super::Options;
use super::size::parse_size;
use crate::error::LaunchError;

/// Flags that change nothing here.
const ACCEPTED_SWITCHES: &[&str] = &[
    "UseG1GC",
    "UseSerialGC",
    "UseParallelGC",
    "UseZGC",
    "UseShenandoahGC",
    "UseCompressedOops",
    "UseCompressedClassPointers",
    "TieredCompilation",
    "UseStringDeduplication",
    "AlwaysPreTouch",
    "HeapDumpOnOutOfMemoryError",
    "ExitOnOutOfMemoryError",
    "CrashOnOutOfMemoryError",
    "UnlockExperimentalVMOptions",
    "UnlockDiagnosticVMOptions",
    "OmitStackTraceInFastThrow",
    "UseContainerSupport",
    "PrintCommandLineFlags",
    "DisableExplicitGC",
    "UsePerfData",
    "UseLargePages",
    "UseNUMA",
    "ShowCodeDetailsInExceptionMessages",
    "UseBiasedLocking",
    "CompactStrings",
    "EliminateAllocations",
    "DoEscapeAnalysis",
    "Inline",
    "BackgroundCompilation",
    "UseOnStackReplacement",
    "UseTLAB",
];

/// Valued flags that change nothing here.
const ACCEPTED_VALUES: &[&str] = &[
    "MaxMetaspaceSize",
    "MetaspaceSize",
    "SurvivorRatio",
    "ParallelGCThreads",
    "ConcGCThreads",
    "ReservedCodeCacheSize",
    "InitialCodeCacheSize",
    "TieredStopAtLevel",
    "CICompilerCount",
    "MaxDirectMemorySize",
    "MaxGCPauseMillis",
    "StackShadowPages",
    "ActiveProcessorCount",
    "HeapDumpPath",
    "ErrorFile",
    "MaxRAMPercentage",
    "InitialRAMPercentage",
    "MinRAMPercentage",
    "MaxInlineSize",
    "FreqInlineSize",
    "MaxJavaStackTraceDepth",
    "SharedArchiveFile",
    "CompileCommand",
    "G1HeapRegionSize",
];

fn unknown(flag: &str) -> LaunchError {
    LaunchError::Create(format!("Unrecognized VM option '{flag}'"))
}

/// Applies a flag, given without `-XX:`.
pub(super) fn apply(options: &mut Options, flag: &str) -> Result<(), LaunchError> {
    match known(options, flag) {
        Err(Unknown::Flag(_)) if options.ignore_unknown => Ok(()),
        Err(Unknown::Flag(name)) => Err(unknown(&name)),
        Err(Unknown::Value(error)) => Err(error),
        Ok(()) => Ok(()),
    }
}

/// Why a flag does not count.
enum Unknown {
    Flag(String),
    Value(LaunchError),
}

fn known(options: &mut Options, flag: &str) -> Result<(), Unknown> {
    if let Some(name) = flag.strip_prefix(['+', '-']) {
        let on = flag.starts_with('+');
        match name {
            "BytecodeVerificationLocal" => options.verify_boot = on,
            "BytecodeVerificationRemote" => options.verify_app = on,
            "UseJIT" => options.jit = on.then(|| options.jit.take().unwrap_or_default()),
            "GCZeal" => options.zeal = usize::from(on),
            "IgnoreUnrecognizedVMOptions" => options.ignore_unknown = on,
            _ if ACCEPTED_SWITCHES.contains(&name) => {}
            _ => return Err(Unknown::Flag(name.to_owned())),
        }
        return Ok(());
    }
    let Some((name, value)) = flag.split_once('=') else { return Err(Unknown::Flag(flag.to_owned())) };
    let improper = || {
        Unknown::Value(LaunchError::Create(match name {
            "MaxHeapSize" => format!("Invalid maximum heap size: -XX:{flag}"),
            "InitialHeapSize" => format!("Invalid initial heap size: -XX:{flag}"),
            _ => format!("Improperly specified VM option '{flag}'"),
        }))
    };
    let size = || parse_size(value).ok_or_else(improper);
    match name {
        "GCZeal" => options.zeal = size()?,
        "CompileThreshold" => {
            let threshold = u32::try_from(size()?).unwrap_or(u32::MAX);
            options.jit.get_or_insert_default().threshold = Some(threshold);
        }
        "MaxHeapSize" => options.max_heap = Some(size()?),
        "NewSize" => options.young_initial = Some(size()?),
        "MaxNewSize" => options.young_most = Some(size()?),
        "NewRatio" => options.young_ratio = Some(size()?.min(1 << 20)),
        "SoftRefLRUPolicyMSPerMB" => options.soft_millis = Some(size()? as u64),
        "InitialHeapSize" => options.initial_heap = Some(size()?),
        // In KiB.
        "ThreadStackSize" => options.stack = Some(size()?.saturating_mul(1024)),
        _ if ACCEPTED_VALUES.contains(&name) => {}
        _ => return Err(Unknown::Flag(flag.to_owned())),
    }
    Ok(())
}
