//! `-XX:` flags: rvm's own, and HotSpot's that scripts commonly pass, which are accepted without effect.

use super::size::parse_size;
use super::{Options, OutOfMemory};
use crate::error::LaunchError;

/// Flags that change nothing here.
const ACCEPTED_SWITCHES: &[&str] = &[
    "UseCompressedOops",
    "UseCompressedClassPointers",
    "TieredCompilation",
    "UseStringDeduplication",
    "AlwaysPreTouch",
    "UnlockExperimentalVMOptions",
    "UnlockDiagnosticVMOptions",
    "OmitStackTraceInFastThrow",
    "UseContainerSupport",
    "PrintCommandLineFlags",
    "DisableExplicitGC",
    "UsePerfData",
    "UseLargePages",
    "UseNUMA",
    "UseBiasedLocking",
    "CompactStrings",
    "EliminateAllocations",
    "DoEscapeAnalysis",
    "Inline",
    "BackgroundCompilation",
    "UseOnStackReplacement",
    "UseTLAB",
    "PrintFlagsFinal",
    "PrintGCDetails",
    "UseAdaptiveSizePolicy",
    "ScavengeBeforeFullGC",
    "ExplicitGCInvokesConcurrent",
    "ClassUnloading",
    "UseSharedSpaces",
    "UseCodeCacheFlushing",
    "UseStringCache",
    "OptimizeStringConcat",
    "UseNUMAInterleaving",
    "UseTransparentHugePages",
    "ParallelRefProcEnabled",
    "RestrictContended",
    "UseFastAccessorMethods",
    "AllowUserSignalHandlers",
    "ReduceSignalUsage",
    "EliminateLocks",
    "UseCountedLoopSafepoints",
    "PrintCompilation",
    "FlightRecorder",
    "DisableAttachMechanism",
    "PreserveFramePointer",
    "AlwaysActAsServerClassMachine",
];

/// Valued flags that change nothing here.
const ACCEPTED_VALUES: &[&str] = &[
    "MaxMetaspaceSize",
    "MetaspaceSize",
    "SurvivorRatio",
    "ConcGCThreads",
    "ReservedCodeCacheSize",
    "InitialCodeCacheSize",
    "TieredStopAtLevel",
    "CICompilerCount",
    "MaxDirectMemorySize",
    "MaxGCPauseMillis",
    "StackShadowPages",
    "HeapDumpPath",
    "ErrorFile",
    "InitialRAMPercentage",
    "MinRAMPercentage",
    "MaxInlineSize",
    "FreqInlineSize",
    "SharedArchiveFile",
    "CompileCommand",
    "G1HeapRegionSize",
    "MaxTenuringThreshold",
    "InitialTenuringThreshold",
    "TargetSurvivorRatio",
    "GCTimeRatio",
    "MinHeapFreeRatio",
    "MaxHeapFreeRatio",
    "InitiatingHeapOccupancyPercent",
    "CompressedClassSpaceSize",
    "NativeMemoryTracking",
    "LoopUnrollLimit",
    "MaxInlineLevel",
    "PretenureSizeThreshold",
    "MinHeapSize",
    "G1ReservePercent",
    "StringTableSize",
    "StartFlightRecording",
    "OnError",
    "VMThreadStackSize",
    "CompilerThreadStackSize",
    "Tier3InvocationThreshold",
    "Tier4InvocationThreshold",
    "GuaranteedSafepointInterval",
    "TLABSize",
    "LargePageSizeInBytes",
    "AllocatePrefetchStyle",
    "AutoBoxCacheMax",
];

/// Valued flags that have an effect.
const SIZED: &[&str] = &[
    "MaxHeapSize",
    "InitialHeapSize",
    "NewSize",
    "MaxNewSize",
    "NewRatio",
    "ThreadStackSize",
    "ParallelGCThreads",
    "SoftRefLRUPolicyMSPerMB",
    "MaxJavaStackTraceDepth",
    "MaxRAMPercentage",
    "ActiveProcessorCount",
    "CompileThreshold",
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
            "CompileTheWorld" => {
                if let Some(jit) = &mut options.jit {
                    jit.world = on;
                }
            }
            "PerfMap" => {
                if let Some(jit) = &mut options.jit {
                    jit.map = on.then_some(crate::launch::perf_map);
                }
            }
            "GCZeal" => options.zeal = usize::from(on),
            "ShowCodeDetailsInExceptionMessages" => options.helpful = on,
            "StackTraceInThrowable" => options.traces = on,
            "ExitOnOutOfMemoryError" | "CrashOnOutOfMemoryError" => {
                let what = if name.starts_with("Exit") { OutOfMemory::Exit } else { OutOfMemory::Crash };
                if on {
                    options.out_of_memory = what;
                } else if options.out_of_memory == what {
                    options.out_of_memory = OutOfMemory::Throw;
                }
            }
            "HeapDumpOnOutOfMemoryError" if on => options
                .warnings
                .push("RVM warning: -XX:+HeapDumpOnOutOfMemoryError: heap dumps are not written".to_owned()),
            "HeapDumpOnOutOfMemoryError" => {}
            // Only the one that the command line names last with a plus counts for itself.
            "UseG1GC" | "UseSerialGC" | "UseParallelGC" | "UseZGC" | "UseShenandoahGC" => {
                options.collectors.retain(|known| known != name);
                if on {
                    options.collectors.push(name.to_owned());
                }
            }
            "PrintGC" if on => options.verbose_gc = true,
            "PrintGC" => {}
            "SnapshotAtStart" => options.snapshot_at_start = on,
            "SnapshotBeforeMain" => options.snapshot_before_main = on,
            "IgnoreUnrecognizedVMOptions" => options.ignore_unknown = on,
            _ if ACCEPTED_SWITCHES.contains(&name) => {}
            _ if SIZED.contains(&name) || ACCEPTED_VALUES.contains(&name) => {
                return Err(Unknown::Value(LaunchError::Create(format!(
                    "Unexpected +/- setting in VM option '{name}'"
                ))));
            }
            _ => return Err(Unknown::Flag(name.to_owned())),
        }
        return Ok(());
    }
    let bare = flag.split_once('=').map_or(flag, |(name, _)| name);
    if ACCEPTED_SWITCHES.contains(&bare) || bare.starts_with("Use") && bare.ends_with("GC") {
        return Err(Unknown::Value(LaunchError::Create(format!(
            "Missing +/- setting for VM option '{flag}'"
        ))));
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
        "CompileTheWorld" => {
            if let Some(jit) = &mut options.jit {
                jit.folder = Some(value.into());
            }
        }
        "ActiveProcessorCount" => {
            let count: i32 = value.parse().map_err(|_| improper())?;
            options.processors = (count > 0).then_some(count);
        }
        "MaxRAMPercentage" => {
            let share: f64 = value.parse().map_err(|_| improper())?;
            if !(0.0..=100.0).contains(&share) {
                crate::launch::say(
                    false,
                    &format!(
                        "double MaxRAMPercentage={share:.6} is outside the allowed range [ 0.000000 ... 100.000000 ]\n"
                    ),
                );
                return Err(improper());
            }
            options.ram_percentage = share;
        }
        "MaxJavaStackTraceDepth" => {
            let depth: i64 = value.parse().map_err(|_| improper())?;
            if !(0..1 << 30).contains(&depth) {
                crate::launch::say(
                    false,
                    &format!(
                        "intx MaxJavaStackTraceDepth={depth} is outside the allowed range [ 0 ... 1073741823 ]\n"
                    ),
                );
                return Err(improper());
            }
            options.trace_depth = depth as usize;
        }
        "MaxHeapSize" => options.max_heap = Some(size()?),
        // What to run then would be the host's business; the error itself is reported as ever.
        "OnOutOfMemoryError" => {
            options.warnings.push("RVM warning: -XX:OnOutOfMemoryError: commands are not run".to_owned())
        }
        "NewSize" => options.young_initial = Some(size()?),
        "MaxNewSize" => options.young_most = Some(size()?),
        "NewRatio" => options.young_ratio = Some(size()?.min(1 << 20)),
        "SoftRefLRUPolicyMSPerMB" => options.soft_millis = Some(size()? as u64),
        "ParallelGCThreads" => options.collector_threads = Some(size()?.min(64)),
        "InitialHeapSize" => options.initial_heap = Some(size()?),
        // In KiB.
        "ThreadStackSize" => options.stack = Some(size()?.saturating_mul(1024)),
        _ if ACCEPTED_VALUES.contains(&name) => {}
        _ => return Err(Unknown::Flag(flag.to_owned())),
    }
    Ok(())
}
