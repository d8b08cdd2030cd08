import { plainLetters } from '../text/plain-text.ts';

/**
 * Words for goods in French, German, Spanish, Italian, Dutch, Portuguese, Polish, Turkish, Russian and Chinese: frequent goods, and such as are
 * controlled or dear; own compilation from general knowledge of the languages. Each line: English words, then words of other languages in small
 * letters without accents, none of which is English; `*` stands for any ending.
 */
const GOODS = `
ball bearing: kugellager* roulement* rodamiento* rolamento* cuscinett* kogellager* lozysk* rulman* подшипник* 轴承
rifle: gewehr* carabine* fusils fucile fucili geweer geweren karabin* tufek tufegi винтовк* ружь* 步枪 猎枪
pistol: pistole pistolet* pistola pistolas pistool pistolen tabanca* пистолет* 手枪
ammunition: munizion* municion* municao munitie amunicj* muhimmat патрон* 弹药
firearm part: schusswaffe* armes arma waffen waffe wapens оружи* 枪械
riflescope telescopic sight: zielfernrohr* lunette* mirino richtkijker* celownik* прицел* 瞄准镜
drone unmanned aircraft: drohne* dron drony dronow dronu drones insansiz беспилотник* квадрокоптер* 无人机
helicopter: hubschrauber* helicoptere* elicotter* вертолет* 直升机
aircraft: flugzeug* avions aereo aerei vliegtuig* samolot* ucak самолет* 飞机
integrated circuit: schaltkreis* microcircuit* микросхем* 集成电路 芯片
semiconductor transistor: halbleiter* semi-conducteur* semiconductor* полупроводник* 半导体 晶体管
capacitor: kondensator* condensateur* condensador* condensator* kondansator* конденсатор* 电容器
resistor: widerstand* widerstande* resistenz* weerstand* rezystor* direnc резистор* 电阻
printed circuit board: leiterplatte* платы печатн* 电路板
computer: ordinateur* ordenador* komputer* bilgisayar компьютер* 计算机 电脑
server computer: сервер* 服务器
mobile telephone: telefono telefon* telefony mobiltelefon* smartphone* телефон* 手机
radio transmitter transmission apparatus: funkgerat* emetteur* emisor* радиостанци* 对讲机
antenna: antenne* antena* anten антенн* 天线
radar: радар* 雷达
laser: laserowe лазер* 激光
camera: kamera* camara* telecamera* камер* 摄像机 相机
night vision goggles: nachtsicht* noctovisor* noktowizor* ночного 夜视仪
thermal imaging camera: warmebild* тепловизор* 热像仪
sensor: fuhler* capteur* датчик* 传感器
oscilloscope: oszilloskop* oscilloscopio osciloscop* осциллограф* 示波器
measuring instrument: messgerat* misurator* pomiarow* измерительн* 测量仪
mass spectrometer: massenspektrometer* spectrometre* масс-спектрометр* 质谱仪
centrifuge: zentrifuge* centrifugeuse* центрифуг* 离心机
pump: pumpe* pompe pompes bomba bombas pompa pompy pompasi насос* 水泵 泵
valve: ventil* vanne vannes soupape* valvula* valvola valvole zawor* vana klapa клапан* 阀门 阀
compressor: verdichter* kompressor* compresseur* compresor* sprezark* kompresor* компрессор* 压缩机
engine: motoren moteur* moteurs motore motori silnik* двигател* 发动机 马达
electric motor: elektromotor* электродвигател* 电动机
gearbox: getriebe* cambio przekladni* редуктор* 齿轮箱 变速箱
turbine: turbina* turbinen турбин* 涡轮
generator: stromerzeuger* generador* generatore generatori agregat* генератор* 发电机
transformer: transformator* transformateur* transformador* trasformator* трансформатор* 变压器
cable: kabel* cavo cavi przewod* kablo кабел* 电缆
battery accumulator: akku akkus batterie batterien bateria* batteria аккумулятор* батаре* 电池 蓄电池
machine tool: werkzeugmaschine* machine-outil torno obrabiark* станок станки 机床
lathe: drehmaschine* tornio tokark* токарн* 车床
milling machine: frasmaschine* fraiseuse* fresadora* fresatric* frezark* фрезерн* 铣床
machining centre: bearbeitungszentrum* обрабатывающ* 加工中心
robot: roboter* robota robotow робот* 机器人
excavator: bagger* pelleteuse* excavadora* escavator* graafmachine* koparka koparki ekskavator экскаватор* 挖掘机
bulldozer: planierraupe* бульдозер* 推土机
crane: kran krane grua grue dzwig* vinc кран краны 起重机
forklift truck: gabelstapler* carretilla* heftruck* погрузчик* 叉车
tractor: traktor* tracteur* trattor* ciagnik* трактор* 拖拉机
truck for goods: lastwagen* camion camions camiones vrachtwagen* ciezarowk* kamyon грузовик* 卡车 货车
passenger car: personenwagen* voiture* coche coches automovil* samochod* otomobil автомобил* 轿车 汽车
motorcycle: motorrad* motocicl* motocykl* motosiklet мотоцикл* 摩托车
bicycle: fahrrad* velo velos bicicleta* biciclett* fiets fietsen rowery bisiklet велосипед* 自行车
tyre: reifen pneu pneus neumatic* pneumatici banden opona opony lastik шин шины 轮胎
brake pads: bremsbelag* bremsbelage pastilla* klocki hamulcow* тормозн* 刹车片
filter: filtre filtres filtro filtros filtri filtry фильтр* 过滤器 滤芯
screw: schraube* tornillo* parafuso* viti schroef schroeven sruba sruby vida vidalar винт* 螺钉 螺丝
bolt nut: bolzen boulon* bulloni mutter* ecrou* tuerca* nakretk* болт* гайк* 螺栓 螺母
nail: nagel clous clavos chiodi gwozdz* civi гвозд* 钉子
pipe tube: rohre rohr rohren tuyau* tubo tubos tubi buis buizen rura rury boru borular труб* 钢管 管
steel: stahl acier acero acciaio staal stal stalowy stalowe stalowa celik сталь стальн* 钢
stainless steel: edelstahl* inoxydable inoxidable нержавеющ* 不锈钢
iron: eisen hierro ferro ijzer zelazo demir железн* 铁
aluminum: aluminio alluminio алюминиев* 铝
copper: kupfer cuivre cobre rame koper miedz bakir медн* 铜
titanium: titane titanio tytan титан* 钛
tungsten: wolfram* wolframio вольфрам* 钨
gold: goud zloto altin золот* 黄金
wood: holz bois madera madeira legno hout drewno ahsap деревян* 木材 木
plywood: sperrholz* contreplaque* contrachapad* compensato sklejka kontrplak фанер* 胶合板
furniture: mobel mobilier muebles mobili meubel* meubles meble mobilya мебел* 家具
chair: stuhl stuhle chaise* silla sillas sedia sedie stoel stoelen krzesl* sandalye стул* 椅子
table: tisch tische mesas tavolo tavoli tafel tafels стол 桌子
mattress: matratze* matelas colchon* materass* matras* materac* матрас* 床垫
glass: verre vidrio vidro vetro szklo szklan* стекл* 玻璃
ceramic tiles: fliesen carrelage* azulejo* piastrell* tegels plytki plytek керамическ* плитк* 瓷砖
plastic articles: kunststoff* plastique* plastico* plastica tworzyw* plastik* пластиков* 塑料
rubber: gummi* caoutchouc caucho borracha gomma kauczuk* резинов* 橡胶
paper: papier* papel kagit бумаг* 纸
shirt: hemd hemden chemise* camisa* camicia camicie overhemd* koszul* gomlek рубашк* 衬衫
trousers: hosen pantalon* pantalones calcas pantaloni broek broeken spodnie pantolon брюк* 裤子
dress: kleid kleider vestido* vestit* jurk jurken sukienk* elbise плать* 连衣裙
jacket: jacke jacken veste vestes chaqueta* giacca giacche jasje kurtka kurtki ceket куртк* 夹克 外套
pullover knitted: strickpullover* chandail* jersei maglion* trui truien sweter* kazak свитер* 毛衣
t-shirt: camiseta* maglietta magliette футболк* T恤
cotton: baumwolle* baumwoll* coton algodon algodao cotone katoen bawelna bawelnian* pamuk хлопк* хлопчатобумажн* 棉
wool: wolle laine lana welna шерст* 羊毛
silk: seide soie seda zijde jedwab* ipek шелк* 丝绸
fabric: gewebe stoffe tissu tissus tejido* tecido* tessut* tkanin* kumas ткан* 布料 面料
shoes: schuhe schuh chaussures zapato* sapato* scarpe schoenen obuwie buty ayakkabi обув* 鞋
leather: cuir cuero couro cuoio leer skora skorzan* кожан* 皮革
handbag: handtasche* bolso bolsos borsa borse torebk* сумк* 手提包
toy: spielzeug* jouet jouets juguete* brinquedo* giocattol* speelgoed zabawk* oyuncak игрушк* 玩具
watch: armbanduhr* montre montres reloj relojes relogio* orologi* zegarek zegark* часы 手表
jewellery: schmuck bijou* joyeria joias gioiell* bizuteri* mucevher ювелирн* 首饰 珠宝
perfume: parfum* profum* духи 香水
cosmetics: kosmetik* cosmetique* cosmetico* kozmetik косметик* 化妆品
medicament: arzneimittel* medicamento* medicinal* leki lekow ilac лекарств* 药品
medical instrument: medizintechnik* chirurgical* quirurgic* медицинск* 医疗器械
vaccine: impfstoff* vaccin* vacuna* вакцин* 疫苗
fertilizer: dunger* dungemittel* engrais fertilizante* concim* nawoz* gubre удобрени* 化肥
chemical: chemikalie* chimique* quimic* chimic* химическ* 化学品
acid: saure schwefelsaure acide acidos kwas asit кислот* 酸
paint: farbe farben peinture* pintura* vernic* verf farba farby boya краск* 涂料 油漆
lubricating oil: schmierol* huile* aceite* lubrificant* smeerolie olej smar масл* 润滑油
fuel: kraftstoff* carburant* combustible* carburante* paliwo yakit топлив* 燃料
coal: kohle charbon carvao carbone steenkool wegiel komur уголь угл* 煤炭 煤
wine: wein vino vinho vini wijn sarap вино вина 葡萄酒
beer: biere cerveza cerveja birra piwo bira пиво пива 啤酒
vodka spirits: wodka водк* 伏特加
cheese: kase fromage* queso queijo formaggi* kaas sery peynir сыр сыры 奶酪
beef meat: rindfleisch boeuf vacuno carne wolowin* sigir говядин* 牛肉
pork meat: schweinefleisch porc cerdo maiale varkensvlees wieprzowin* свинин* 猪肉
chicken meat: huhnerfleisch poulet pollo frango kurczak* tavuk куриц* 鸡肉
fish: fisch poisson* pescado peixe pesce ryba ryby balik рыб* 鱼
crab crustaceans: krabbe* crabe* cangrejo* granchi* краб* 螃蟹
shrimp: garnele* crevette* camaron* camarao gambero gamberi garnalen krewetk* karides кревет* 虾
milk: lait leche leite melk mleko молок* 牛奶
butter: beurre mantequilla manteiga boter maslo tereyagi 黄油
rice: reis arroz riso rijst pirinc рис 大米
wheat: weizen trigo grano tarwe pszenic* bugday пшениц* 小麦
sugar: zucker sucre azucar acucar zucchero suiker cukier seker сахар* 糖
coffee: kaffee koffie kawa kahve кофе 咖啡
tea: herbata чай 茶叶
tobacco cigarettes: zigarette* cigarro* sigarett* sigaret* papieros* sigara сигарет* 香烟
fruit: obst frutta fruta frutas owoce meyve фрукт* 水果
vegetables: gemuse legumes verdura* groenten warzyw* sebze овощ* 蔬菜
flowers: blumen fleurs flores fiori bloemen kwiaty cicek цвет* 鲜花
book: bucher buch livre livres libro libros libri boek boeken ksiazk* kitap книг* 书籍
tools: werkzeug* outil outils herramienta* ferrament* utensil* gereedschap* narzedzi* alet инструмент* 工具
spare parts: ersatzteil* repuesto* ricambi reserveonderdel* czesci yedek запчаст* 零件 配件
parts of machines: maschinenteil* machineonderdel* 机械零件
steel wire hangers: kleiderbugel* cintre cintres percha* gruccia grucce вешалк* 衣架
solar panel photovoltaic cell: solarmodul* photovoltaik* photovoltaique* fotovoltaic* солнечн* 太阳能
lamp light fitting: leuchte* leuchten lampe lampes lampara* lampada* oswietleni* светильник* 灯具
air conditioner: klimaanlage* climatiseur* acondicionad* condizionator* klimatyzator* klima кондиционер* 空调
refrigerator: kuhlschrank* refrigerateur* frigorifico* frigorifer* koelkast* lodowk* buzdolabi холодильник* 冰箱
washing machine: waschmaschine* lavadora* lavatric* wasmachine* pralk* стиральн* 洗衣机
vacuum cleaner: staubsauger* aspirateur* aspiradora* aspirapolvere* stofzuiger* odkurzacz* пылесос* 吸尘器`;

interface Dictionary {
  readonly whole: ReadonlyMap<string, string>;
  /** By the beginning of a word, longest first looked for. */
  readonly beginnings: ReadonlyMap<string, string>;
  /** Words of scripts without blanks, longest first. */
  readonly written: readonly (readonly [string, string])[];
}

const UNSPACED = /\p{Script=Han}/u;
const SHORTEST_BEGINNING = 3;

function read(): Dictionary {
  const entries = GOODS.trim()
    .split('\n')
    .flatMap((line) => {
      const [english = '', words = ''] = line.split(': ');
      return words.split(/\s+/).map((word): readonly [string, string] => [plainLetters(word), english]);
    });
  const isBeginning = (word: string): boolean => word.endsWith('*');
  return {
    whole: new Map(entries.filter(([word]) => !isBeginning(word))),
    beginnings: new Map(
      entries.flatMap(([word, english]) => (isBeginning(word) ? [[word.slice(0, -1), english]] : [])),
    ),
    written: entries.filter(([word]) => UNSPACED.test(word)).sort(([a], [b]) => b.length - a.length),
  };
}

const { whole, beginnings, written } = read();

/** English for a word of another language; undefined where it is on no line. @param word small letters, without accents */
export function englishOf(word: string): string | undefined {
  const found = whole.get(word);
  if (found !== undefined) return found;
  for (let end = word.length; end >= SHORTEST_BEGINNING; end -= 1) {
    const begun = beginnings.get(word.slice(0, end));
    if (begun !== undefined) return begun;
  }
  return undefined;
}

/** A text in which the Chinese words that are known stand in English. */
export function withoutHan(text: string): string {
  if (!UNSPACED.test(text)) return text;
  return written.reduce((rest, [word, english]) => rest.replaceAll(word, ` ${english} `), text);
}
