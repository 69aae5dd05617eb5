// The dialog with the address that holds the map.

import { by } from "./notices.js";
import { addressOf } from "./sharing.js";

const LONG_ADDRESS = 8000;

/**
 * Show the address of a text, or say that none would be opened.
 * @param {string} text
 */
export async function share(text) {
  const address = await addressOf(text);
  for (const one of ["with-address", "copy"]) by(one).hidden = address === null;
  for (const one of ["without-address", "instead"]) by(one).hidden = address !== null;
  const dialog = /** @type {HTMLDialogElement} */ (by("shared"));
  if (address === null) {
    dialog.showModal();
    return;
  }
  const field = /** @type {HTMLInputElement} */ (by("address"));
  field.value = address;
  const isLong = address.length > LONG_ADDRESS;
  by("address-note").textContent = isLong ? "It is long: some programs cut such an address. A file is safer." : "";
  by("copy").textContent = "Copy";
  dialog.showModal();
  field.select();
}

export async function copy() {
  const field = /** @type {HTMLInputElement} */ (by("address"));
  try {
    await navigator.clipboard.writeText(field.value);
    by("copy").textContent = "Copied";
  } catch {
    field.select();
    by("copy").textContent = "Press Ctrl+C";
  }
}
