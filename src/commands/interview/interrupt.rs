//! What happens when the user breaks off: the cursor comes back, and what resumes the interview is said, once.

use std::sync::Mutex;

use crate::output::escape::terminal;
use dialoguer::console::Term;

/// What is said when the user breaks off.
static FAREWELL: Mutex<String> = Mutex::new(String::new());
/// Whether it was said; locked while it is being said, so that nobody ends the program meanwhile.
static SAID: Mutex<bool> = Mutex::new(false);

/// Changes what will be said.
pub(crate) fn farewell(text: String) {
    if let Ok(mut farewell) = FAREWELL.lock() {
        *farewell = text;
    }
}

/// Says it, unless it was said already.
pub(crate) fn say_farewell() {
    let Ok(mut said) = SAID.lock() else {
        return;
    };
    if std::mem::replace(&mut *said, true) {
        return;
    }
    let term = Term::stderr();
    // Nowhere is left to report a failure to.
    if term.is_term() {
        let _ = term.show_cursor();
    }
    let farewell = FAREWELL.try_lock().map(|text| text.clone());
    for line in farewell.unwrap_or_default().lines() {
        let _ = term.write_line(&terminal(line));
    }
}

/// Lets Ctrl-C, a closed terminal and a request to end do the same from anywhere, as from within a read that blocks.
pub(crate) fn listen() {
    // Where no handler can be set, the system's own ends the program; the draft is safe either way.
    let _ = ctrlc::set_handler(|| {
        say_farewell();
        std::process::exit(130);
    });
}
