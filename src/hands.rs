//! Two pieces of work at the same time: on one document, where no other keeps the processor busy, or on two.

use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The name of the thread that does the second of two pieces: its panics are handed on to who asked, not printed.
pub const NAME: &str = "second hand";

/// How many threads one document may take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hands {
    #[default]
    One,
    Two,
}

impl Hands {
    /// Does both; with two hands the second on a thread of its own, where the system gives one.
    ///
    /// # Panics
    /// Where one of them does.
    pub fn both<A, B: Send>(self, here: impl FnOnce() -> A, there: impl FnOnce() -> B + Send) -> (A, B) {
        if self == Self::One {
            return (here(), there());
        }
        // Left where it is when no thread could be started.
        let there = Mutex::new(Some(there));
        let take = || there.lock().unwrap_or_else(PoisonError::into_inner).take().map(|there| there());
        thread::scope(|scope| {
            let second = thread::Builder::new().name(NAME.to_owned()).spawn_scoped(scope, take);
            let first = here();
            let second = match second {
                Ok(second) => second.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(_) => take(),
            };
            // Nobody else takes it.
            (first, second.unwrap_or_else(|| unreachable!("done once")))
        })
    }
}

/// Keeps this thread, and the processes that it starts, on one processor where there are just as many of them as such
/// threads: a thread and the process that reads for it take turns, and waking each other on another processor costs a
/// tenth of the time. Where there are more processors the system chooses better than a number can.
#[cfg(target_os = "linux")]
pub fn stay_on(nth: usize, threads: usize) {
    use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
    let Ok(allowed) = sched_getaffinity(None) else { return };
    if allowed.count() as usize != threads {
        return;
    }
    let Some(own) = (0..CpuSet::MAX_CPU).filter(|&processor| allowed.is_set(processor)).nth(nth) else { return };
    let mut only = CpuSet::new();
    only.set(own);
    // Where that is refused the thread goes on as it was.
    let _ = sched_setaffinity(None, &only);
}

/// Elsewhere the system chooses.
#[cfg(not(target_os = "linux"))]
pub fn stay_on(_nth: usize, _threads: usize) {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::catch_unwind;

    #[test]
    fn both_are_done_and_a_panic_is_handed_on() {
        for hands in [Hands::One, Hands::Two] {
            let mut seen = 0;
            assert_eq!(hands.both(|| seen += 1, || "there"), ((), "there"));
            assert_eq!(seen, 1);
            assert!(catch_unwind(|| hands.both(|| 1, || -> u8 { panic!("there") })).is_err());
            assert!(catch_unwind(|| hands.both(|| -> u8 { panic!("here") }, || 1)).is_err());
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_thread_stays_only_where_each_has_a_processor() {
        let processors = || thread::available_parallelism().unwrap().get();
        let all = rustix::thread::sched_getaffinity(None).unwrap().count() as usize;
        let stayed = |threads| thread::spawn(move || (stay_on(0, threads), processors()).1).join().unwrap();
        assert_eq!(stayed(all + 1), processors());
        assert_eq!(stayed(all), 1);
    }
}
