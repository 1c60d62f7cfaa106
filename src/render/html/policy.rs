//! A content security policy that allows what is in the page and nothing else.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// The policy of a page with this style sheet and this script, each allowed by its digest.
pub(crate) fn policy(style: &str, script: Option<&str>) -> String {
    let digest = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    let mut allowed = vec!["default-src 'none'".to_owned()];
    allowed.extend(script.map(|script| format!("script-src 'sha256-{}'", digest(script))));
    allowed.push(format!("style-src 'sha256-{}'", digest(style)));
    allowed.extend(["base-uri 'none'", "form-action 'none'"].map(str::to_owned));
    allowed.join("; ")
}
