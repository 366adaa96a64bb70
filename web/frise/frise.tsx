import type { JSX } from 'preact';
import type { EtatRendezVous, Frise } from '../../domain/parcours/frise';
import { majuscule } from '../../domain/parcours/dire';
import { addJours } from '../../domain/temps/jour';
import { Dessin } from './dessin';
import { echelleOf, LARGEUR } from './echelle';
import { etatsRendezVous } from './libelles';
import { MarqueContact, MarqueRendezVous } from './marques';
import { TableauFrise } from './tableau';

const ETATS: readonly EtatRendezVous[] = [
  'honore',
  'excuse',
  'absent',
  'annule_service',
  'a_venir',
  'a_renseigner',
];

/** Where today falls, from 0 to 1 of the width: on a narrow screen the drawing opens there. */
function aujourdhuiOf({ du, au, aujourdhui }: Frise): string {
  return (echelleOf(du, addJours(au, 1)).x(aujourdhui) / LARGEUR).toFixed(3);
}

export function SectionFrise({ frise }: { readonly frise: Frise }): JSX.Element {
  const presents = ETATS.filter((etat) =>
    frise.rendezVous.some(
      (r) => (r.etat === 'annule_personne' || r.etat === 'retire' ? 'annule_service' : r.etat) === etat,
    ),
  );
  return (
    <section class="panneau" aria-labelledby="titre-frise">
      <h2 id="titre-frise">Le parcours dans le temps</h2>
      <div
        class="frise-defile"
        role="region"
        aria-label="Frise du parcours"
        tabIndex={0}
        data-aujourdhui={aujourdhuiOf(frise)}
      >
        <Dessin frise={frise} />
      </div>
      {presents.length + frise.contacts.length > 0 && (
        <ul class="legende" aria-label="Signes des rendez-vous">
          {presents.map((etat) => (
            <li key={etat}>
              <svg
                viewBox="0 0 20 20"
                width="16"
                height="16"
                aria-hidden="true"
                focusable="false"
                class="frise"
              >
                <MarqueRendezVous x={10} y={10} etat={etat} />
              </svg>
              {etat === 'annule_service' ? 'Annulé' : majuscule(etatsRendezVous[etat])}
            </li>
          ))}
          {frise.contacts.length > 0 && (
            <li>
              <svg
                viewBox="0 0 20 20"
                width="16"
                height="16"
                aria-hidden="true"
                focusable="false"
                class="frise"
              >
                <MarqueContact x={10} y={10} />
              </svg>
              Nouvelles de la personne
            </li>
          )}
        </ul>
      )}
      <TableauFrise frise={frise} />
    </section>
  );
}
