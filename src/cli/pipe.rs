//! Pipes: where the system can widen them, fewer and larger pieces pass through.

/// Bytes that a pipe is to hold.
#[cfg(target_os = "linux")]
const ROOM: usize = 1 << 20;

/// The same stream; if it is a pipe, it holds more from now on. Where that cannot be, nothing is lost but time.
#[cfg(target_os = "linux")]
pub(super) fn widened<S: std::os::fd::AsFd>(stream: S) -> S {
    let _ = rustix::pipe::fcntl_setpipe_size(&stream, ROOM);
    stream
}

/// Elsewhere a pipe is as wide as the system makes it.
#[cfg(not(target_os = "linux"))]
pub(super) fn widened<S>(stream: S) -> S {
    stream
}
