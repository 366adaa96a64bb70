import type { JSX } from 'preact';
import { ditHeure, ditJour } from '../../domain/parcours/dire';
import type { VueParcours } from '../../domain/parcours/vue';
import type { VueReponse } from '../../domain/reponses/vue-reponse';
import { hrefTache } from '../liens';
import { insecable } from '../typographie';

type Props = { readonly vue: VueParcours; readonly textes: Readonly<Record<string, string>> };

/** R42 — what the person said by the links of her mails: her words, and the document to read. */
export function SectionReponses({ vue, textes }: Props): JSX.Element | null {
  if (vue.reponses.length === 0) return null;
  return (
    <section class="panneau" aria-labelledby="titre-reponses">
      <h2 id="titre-reponses">Ce que la personne a répondu</h2>
      <p class="discret">
        Par le lien de ses courriels. Rien ne change tant qu’un professionnel n’a pas agi.
      </p>
      <ul class="attentes">
        {vue.reponses.map((r) => (
          <li key={r.rang}>
            <strong>{insecable(phraseOf(r, vue))}</strong>
            {r.raison !== null && <p>{insecable(`« ${r.raison} »`)}</p>}
            {r.moments.length > 0 && (
              <p>{insecable(`Ce qui lui convient : ${r.moments.join(', ').toLowerCase()}.`)}</p>
            )}
            {r.texteId !== null && (
              <p>
                {textes[r.texteId] === undefined
                  ? 'Texte effacé.'
                  : insecable(`« ${textes[r.texteId] ?? ''} »`)}
              </p>
            )}
            {r.documentId !== null && (
              <p>
                <a href={`/parcours/${vue.id}/documents/${r.documentId}`}>Télécharger le document joint</a>
              </p>
            )}
            {r.aLire && (
              <p>
                <a href={hrefTache(vue.id, { geste: 'recordLecture', sujet: String(r.rang) })}>
                  Marquer cette réponse comme lue
                </a>
              </p>
            )}
            <span class="discret">
              {insecable(
                `Le ${ditJour(r.le)} à ${ditHeure(r.heure)}${r.tardive ? ', après le délai' : ''}${lueOf(r)}`,
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** R49 — by whom, the journal says. */
function lueOf({ lueLe, lueHeure }: VueReponse): string {
  return lueLe === null || lueHeure === null ? '' : ` ; lue le ${ditJour(lueLe)} à ${ditHeure(lueHeure)}`;
}

function phraseOf({ quoi, rendezVousId, manquement, courante, aLire }: VueReponse, vue: VueParcours): string {
  const rdv = vue.rendezVous.find((x) => x.id === rendezVousId);
  const duQuel = rdv === undefined ? '' : ` du ${ditJour(rdv.le)}`;
  const avant = courante ? '' : ' (réponse dépassée)';
  switch (quoi) {
    case 'venue':
      return `Elle viendra au rendez-vous${duQuel}${avant}`;
    case 'empechement':
      return `Elle ne peut pas venir au rendez-vous${duQuel}${avant}`;
    case 'motif':
      return `Réponse à la demande de motif n° ${manquement ?? ''}${aLire ? ', à lire' : ''}`;
  }
}
