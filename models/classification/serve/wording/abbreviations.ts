import { wordTable } from '../text/word-table.ts';

/** How invoices and manifests shorten words, as far as a short form has one meaning among goods; own compilation from general knowledge of trade. */
const SHORT_FORMS = `
alum aluminum; alu aluminum; alumin aluminum; galv galvanized; gi galvanized iron; sst stainless steel; inox stainless steel; stl steel; stnls stainless
brs brass; cpr copper; plstc plastic; rbr rubber; wdn wooden; cttn cotton; viscos viscose; lthr leather; knt knitted; wvn woven
brg bearing; brgs bearings; brng bearing; vlv valve; vlvs valves; conn connector; conns connectors; asm assembly; assy assembly; assys assemblies; mtr motor; mtrs motors; pmp pump
cyl cylinder; hyd hydraulic; hydr hydraulic; pneu pneumatic; elec electric; elect electric; elctr electric; mach machine; mech mechanical; equip equipment; eqpt equipment; instr instrument
susp suspension; exh exhaust; carb carburetor; gskt gasket; gsk gasket
scrw screw; blt bolt; hex hexagon; wshr washer; fstnr fastener; hdw hardware; hdwr hardware; fitg fitting; ftg fitting; ftgs fittings; flg flange; cplg coupling; nipl nipple; pnl panel
frzn frozen; froz frozen; frz frozen; iqf individually frozen; chld chilled; frsh fresh; org organic; dehyd dehydrated; choc chocolate; choco chocolate; veg vegetable; bnls boneless; sknls skinless; pwd powder; pwdr powder; conc concentrate; flvr flavour; tabs tablets; inj injection
pcb printed circuit board; pcba printed circuit board assembly; ic integrated circuit; ics integrated circuits; mcu microcontroller integrated circuit; fpga field programmable gate array integrated circuit; cpld programmable logic integrated circuit; asic integrated circuit; eeprom memory integrated circuit; sram memory integrated circuit; dram memory integrated circuit; adc converter integrated circuit; mosfet transistor; igbt transistor; mlcc multilayer ceramic capacitor; smps switching power supply; psu power supply; ups uninterruptible power supply; vfd frequency inverter drive; plc programmable logic controller; hmi operator panel; nvr network video recorder; dvr digital video recorder; cctv surveillance camera; kvm keyboard video mouse; ssd solid state drive; hdd hard disk drive; cpu processor; gpu graphics processor; lcd liquid crystal display; xfmr transformer; xfrmr transformer; rcvr receiver; xcvr transceiver; trx transceiver; ampl amplifier; batt battery; li lithium; vna network analyzer; fmcw radar; lidar laser rangefinder; gnss satellite navigation receiver; imu inertial measurement unit; uav unmanned aircraft drone; uas unmanned aircraft drone; uavs unmanned aircraft drones; fpv drone; nvg night vision goggles
cnc numerically controlled; vmc vertical machining centre; hmc horizontal machining centre; edm spark erosion machine tool
mens men; ladies women; wmns women; womens women; bbys babies; pj pyjamas; hoody hooded sweatshirt; hoodie hooded sweatshirt; pu polyurethane; hdpe polyethylene plastic; ldpe polyethylene plastic; lldpe polyethylene plastic; pvc vinyl plastic; petg plastic; upvc vinyl plastic; nbr nitrile rubber; epdm rubber; ptfe fluoropolymer; frp fibreglass plastic; grp fibreglass plastic; mdf fibreboard; osb particle board
suv passenger car; lcv goods van; hgv truck; ev electric vehicle; bev electric vehicle; phev hybrid vehicle; atv quad vehicle; utv vehicle; xmas christmas; bday birthday; asst assorted; asstd assorted; ipa isopropyl alcohol; mek methyl ethyl ketone; dmf dimethylformamide; dmso dimethyl sulfoxide; thf tetrahydrofuran; naoh sodium hydroxide; h2o2 hydrogen peroxide; hcl hydrochloric acid; refrig refrigerator; medicam medicament; pharm pharmaceutical`;

const FORMS = wordTable(SHORT_FORMS);

/** The words that a short form stands for; undefined where it is none. @param word small letters */
export const longFormOf = (word: string): string | undefined => FORMS.get(word);
