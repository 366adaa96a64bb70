'use strict';
/* Follows what is under way, a walk of the clock or a transfer; without it the page reloads itself every two seconds. */
(() => {
  const panneau = document.querySelector('[data-suivi]');
  if (panneau === null) return;
  const barre = panneau.querySelector('progress');
  const phrase = panneau.querySelector('[data-phrase]');
  let echecs = 0;
  const look = async () => {
    try {
      const reponse = await fetch(panneau.dataset.suivi, { headers: { Accept: 'application/json' } });
      if (!reponse.ok) throw new Error(String(reponse.status));
      const suivi = await reponse.json();
      if (suivi.finie) return location.reload();
      echecs = 0;
      barre.value = suivi.pourcent;
      if (phrase.textContent !== suivi.phrase) phrase.textContent = suivi.phrase;
    } catch {
      echecs += 1;
      if (echecs > 20) {
        phrase.textContent = 'Le suivi est interrompu : rechargez la page.';
        return;
      }
    }
    setTimeout(look, 400);
  };
  void look();
})();
