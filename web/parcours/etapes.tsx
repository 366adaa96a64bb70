import type { JSX } from 'preact';
import type { VueEtape } from '../../domain/engagement/vue-etapes';
import { ditJour, minuscule } from '../../domain/parcours/dire';
import { insecable } from '../typographie';

type Props = {
  readonly etapes: readonly VueEtape[];
  readonly ditTexte: (id: string | null) => string | null;
};

/** R39 — the steps of the way to a job, in the order in which they were agreed. */
export function EtapesConvenues({ etapes, ditTexte }: Props): JSX.Element | null {
  if (etapes.length === 0) return null;
  return (
    <>
      <h3>Étapes contractualisées</h3>
      <ul class="attentes">
        {etapes.map((t) => (
          <li key={t.numero}>
            {insecable(etapeDite(t, ditTexte))}
            <span class="discret">
              {insecable(` · ${t.libelleEtat.toLowerCase()}${t.le === null ? '' : ` le ${ditJour(t.le)}`}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function etapeDite(t: VueEtape, ditTexte: Props['ditTexte']): string {
  const texte = ditTexte(t.texteId);
  const nom = ditTexte(t.partenaireTexteId);
  const avec = [t.libellePartenaire && minuscule(t.libellePartenaire), nom]
    .filter((x) => x != null)
    .join(', ');
  const jours = t.du === t.au ? `le ${ditJour(t.du)}` : `du ${ditJour(t.du)} au ${ditJour(t.au)}`;
  return `N° ${t.numero}, ${t.libelle}${texte === null ? '' : ` : ${texte}`}${avec === '' ? '' : `, avec ${avec}`}, ${jours}`;
}
