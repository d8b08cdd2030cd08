import { wordTable } from './word-table.ts';

/**
 * Chemicals that lists of controlled ones name by their CAS number, and what trade calls them: schedules of the Chemical Weapons Convention,
 * precursors of the Australia Group, Annex I of Regulation (EU) 2021/821 (1C350 and 1C450), explosives' and drugs' precursors (Regulations (EU)
 * 2019/1148 and (EC) 273/2004), substances of the Montreal Protocol, and solvents that go by their number. Numbers and names are facts, restated here.
 */
const CHEMICALS = `
107-44-8 sarin
96-64-0 soman
505-60-2 sulfur mustard
50782-69-9 nerve agent VX
541-25-3 lewisite
75-44-5 phosgene
74-90-8 hydrogen cyanide
76-06-2 chloropicrin
506-77-4 cyanogen chloride
10025-87-3 phosphorus oxychloride
7719-12-2 phosphorus trichloride
10026-13-8 phosphorus pentachloride
10025-67-9 sulfur monochloride
10545-99-0 sulfur dichloride
7719-09-7 thionyl chloride
7784-34-1 arsenic trichloride
868-85-9 dimethyl phosphite
762-04-9 diethyl phosphite
121-45-9 trimethyl phosphite
122-52-1 triethyl phosphite
756-79-6 dimethyl methylphosphonate
78-38-6 diethyl ethylphosphonate
993-13-5 methylphosphonic acid
676-97-1 methylphosphonyl dichloride
111-48-8 thiodiglycol
100-38-9 diethylaminoethanethiol
102-71-6 triethanolamine
105-59-9 methyldiethanolamine
139-87-7 ethyldiethanolamine
96-80-0 diisopropylaminoethanol
100-37-8 diethylaminoethanol
4261-68-1 diisopropylaminoethyl chloride hydrochloride
464-07-3 pinacolyl alcohol
1619-34-7 quinuclidinol
76-93-7 benzilic acid
107-07-3 chloroethanol
124-40-3 dimethylamine
506-59-2 dimethylamine hydrochloride
108-18-9 diisopropylamine
7664-39-3 hydrogen fluoride hydrofluoric acid
7789-23-3 potassium fluoride
7681-49-4 sodium fluoride
1341-49-7 ammonium bifluoride
7789-29-9 potassium bifluoride
1333-83-1 sodium bifluoride
151-50-8 potassium cyanide
143-33-9 sodium cyanide
1314-80-3 phosphorus pentasulfide
1313-82-2 sodium sulfide
67-63-0 isopropyl alcohol isopropanol
121-82-4 cyclonite RDX explosive
78-11-5 pentaerythritol tetranitrate
118-96-7 trinitrotoluene
55-63-0 nitroglycerin
7790-98-9 ammonium perchlorate
7778-74-7 potassium perchlorate
6484-52-2 ammonium nitrate
302-01-2 hydrazine
57-14-7 dimethylhydrazine
60-34-4 methylhydrazine
10544-72-6 dinitrogen tetroxide
556-88-7 nitroguanidine
75-52-5 nitromethane
7722-84-1 hydrogen peroxide
7697-37-2 nitric acid
7664-93-9 sulfuric acid
7647-01-0 hydrogen chloride hydrochloric acid
67-64-1 acetone
78-93-3 butanone methyl ethyl ketone
108-88-3 toluene
60-29-7 diethyl ether
108-24-7 acetic anhydride
103-82-2 phenylacetic acid
103-79-7 phenylacetone
118-92-3 anthranilic acid
7722-64-7 potassium permanganate
299-42-3 ephedrine
90-82-4 pseudoephedrine
94-59-7 safrole
120-57-0 piperonal
437-38-7 fentanyl
110-89-4 piperidine
7550-45-0 titanium tetrachloride
7789-20-0 heavy water deuterium oxide
7440-41-7 beryllium unwrought powder
7440-67-7 zirconium unwrought powder
126-73-8 tributyl phosphate
811-97-2 tetrafluoroethane refrigerant
75-10-5 difluoromethane refrigerant
354-33-6 pentafluoroethane refrigerant
75-45-6 chlorodifluoromethane refrigerant
690-39-1 hexafluoropropane refrigerant
431-89-0 heptafluoropropane refrigerant
2551-62-4 sulfur hexafluoride
74-83-9 bromomethane methyl bromide
7782-50-5 chlorine
7726-95-6 bromine
7439-97-6 mercury
1310-73-2 sodium hydroxide caustic soda
1310-58-3 potassium hydroxide caustic potash
554-13-2 lithium carbonate
107-21-1 ethylene glycol
67-56-1 methanol methyl alcohol
64-17-5 ethanol ethyl alcohol undenatured
75-09-2 dichloromethane methylene chloride
67-66-3 chloroform
127-18-4 tetrachloroethylene perchloroethylene
79-01-6 trichloroethylene`;

const NAMES = wordTable(CHEMICALS);

/** Numbers of the Chemical Abstracts Service. */
export const CAS_NUMBERS = /(?<![\d-])\d{2,7}-\d{2}-\d(?![\d-])/g;

/** What a chemical of that number is called; undefined for one on no list. */
export const chemicalOf = (casNumber: string): string | undefined => NAMES.get(casNumber);
