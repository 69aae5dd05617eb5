// A new version of the page: it is kept whole beside the old one, and offered to the reader.

import { by, say } from "./notices.js";

/**
 * Have every file kept for the next visit, and offer a new version where there is one.
 * @param {() => boolean} keep keeps what the reader has written, and returns whether it could
 */
export async function keepOffline(keep) {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const canLeave = () => {
    const isKept = keep();
    if (!isKept) say("This draft is not kept: the browser has no room for it. Download it before the new version is loaded.");
    return isKept;
  };
  let isOld = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    // At the first visit the page has the same files.
    if (isOld && canLeave()) location.reload();
    isOld = true;
  });
  const found = await workers.register("service-worker.js").catch(() => undefined);
  const offer = () => {
    by("renewal").hidden = !(found?.waiting && workers.controller);
  };
  by("renew").addEventListener("click", () => canLeave() && found?.waiting?.postMessage("take over"));
  const watch = () => found?.installing?.addEventListener("statechange", offer);
  found?.addEventListener("updatefound", watch);
  watch();
  offer();
}
