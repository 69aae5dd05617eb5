// Files: what the reader opens, and what is written for downloading.

/** The longest side and the most pixels of a bitmap that browsers make. */
const LONGEST = 16_000;
const MOST = 100_000_000;
/** By this rule a picture follows a dark screen, which a bitmap for everybody does not. */
const DARK = "(prefers-color-scheme: dark)";

/**
 * Have the browser save a file.
 * @param {string} name
 * @param {Blob} content
 */
export function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Return a picture as PNG, twice as large as it is drawn; smaller where that is too large.
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
export async function bitmap(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg.replace(DARK, "not all")], { type: "image/svg+xml" }));
  try {
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(2, LONGEST / Math.max(width, height), Math.sqrt(MOST / (width * height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no bitmap"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** @param {string} coded */
export function decoded(coded) {
  return Uint8Array.from(atob(coded), (one) => one.charCodeAt(0));
}

/**
 * Take files that are dropped anywhere on the page.
 * @param {(file: File) => void} taken
 */
export function takeDropped(taken) {
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  // Before the editor, which would take it for text.
  addEventListener(
    "drop",
    (event) => {
      document.body.classList.remove("dropping");
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      taken(file);
    },
    { capture: true },
  );
}
