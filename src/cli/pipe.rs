//! Enlarges the buffers of pipes, for fewer system calls.

/// The new size of a buffer, in bytes.
#[cfg(target_os = "linux")]
const CAPACITY: usize = 1 << 20;

/// The same stream. If it is a pipe, its buffer is enlarged; a failure of that is ignored, as it only costs time.
#[cfg(target_os = "linux")]
pub(super) fn with_larger_buffer<S: std::os::fd::AsFd>(stream: S) -> S {
    let _ = rustix::pipe::fcntl_setpipe_size(&stream, CAPACITY);
    stream
}

/// Other systems cannot change the size.
#[cfg(not(target_os = "linux"))]
pub(super) fn with_larger_buffer<S>(stream: S) -> S {
    stream
}
