'use strict';
/* On a narrow screen the timeline opens on today; without this it opens on its first day. */
(() => {
  for (const defile of document.querySelectorAll('[data-aujourdhui]'))
    defile.scrollLeft = Number(defile.dataset.aujourdhui) * defile.scrollWidth - defile.clientWidth / 2;
})();
