// Tells that something is done, at the edge of the window: nothing moves for it, and it goes by itself.
const SHOWN = 6000;

let region;

/** The tone is as a badge's. */
export function notify(text, tone = 'good') {
  region ??= makeRegion();
  const line = document.createElement('p');
  line.className = `banner ${tone}`;
  line.textContent = text;
  region.append(line);
  // Shown anew, so that it lies over a dialog that was opened since.
  region.hidePopover();
  region.showPopover();
  setTimeout(() => {
    line.remove();
    if (!region.childElementCount) {
      region.hidePopover();
    }
  }, SHOWN);
}

function makeRegion() {
  const made = document.createElement('div');
  made.className = 'notices';
  made.popover = 'manual';
  made.setAttribute('role', 'status');
  document.body.append(made);
  return made;
}
