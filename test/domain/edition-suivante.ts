import { definirDispositif, type Dispositif } from '../../domain/dispositifs/definir-dispositif';
import { enVigueur } from '../../domain/dispositifs/en-vigueur';
import { faire2025 } from '../../domain/dispositifs/faire-2025';
import { jour } from '../../domain/temps/jour';

/**
 * R36 — an edition that follows FAIRE 2025, for the tests alone: no text known to the project gives the dates of
 * a real one. To import it is to put it in force in this test file.
 */
export const editionSuivante = definirDispositif({
  ...faire2025,
  edition: '2026-essai',
  libelle: 'Édition d’essai qui suit FAIRE 2025',
  fondement: 'Aucun : édition d’essai',
  succedeA: { code: 'faire', edition: '2025' },
  fenetre: { du: jour('2026-07-01'), au: jour('2027-12-31'), avis: [90, 30] },
});

(enVigueur as Dispositif[]).push(editionSuivante);
