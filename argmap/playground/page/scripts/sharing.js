// A map in an address: compressed, behind the “#”, which no browser sends to a server.

const KEY = "#map=";
/** What a small address may not grow to. */
const LARGEST = 2_000_000;

/**
 * Return an address of this page that holds a text.
 * @param {string} text
 */
export async function addressOf(text) {
  const packed = await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")));
  let letters = "";
  for (const one of packed) letters += String.fromCharCode(one);
  const code = btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return `${location.href.split("#")[0]}${KEY}${code}`;
}

/**
 * Return the text that an address holds, null where it holds none.
 * @param {string} hash
 */
export async function textIn(hash) {
  if (!hash.startsWith(KEY)) return null;
  const letters = atob(hash.slice(KEY.length).replaceAll("-", "+").replaceAll("_", "/"));
  const packed = Uint8Array.from(letters, (one) => one.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { fatal: true }).decode(await bytesOf(stream));
}

/** @param {ReadableStream<Uint8Array>} stream */
async function bytesOf(stream) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new RangeError("the address holds more than a map");
    }
    parts.push(step.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
