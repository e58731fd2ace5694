/**
 * Urdu words as they are written: in Urdu script, and in Roman letters, where
 * everybody spells as they hear. The grammar knows the first word of each line
 * alone. Vowel signs and the two forms of kaf and yeh are gone before we look.
 */
const lines = `
aaj aj آج
kal kl کل
parson parso perso parsoon پرسوں
tarson tarso ترسوں
abhi ابھی
subah subha suba savere sawere صبح سویرے
dopahar dopehar dopeher dupehar dopahr دوپہر
sehpehar sepahar سہپہر
shaam sham shaaam شام
raat rat رات
baje bajay bajey bjy bje بجے
saarhay sarhay sarhe saade sade saarhe ساڑھے
sawa sava سوا
paune pone ponay پونے
derh dedh dairh ڈیڑھ
dhai dhaai adhai ڈھائی
aadha adha aadhe adhe aadhay آدھا آدھے
peer pir somwar somvar sombar پیر سوموار
mangal manghal منگل
budh bud budhwar بدھ
jumeraat jumerat jumeraath jumraat جمعرات
jumma juma jummah jumme jume jummay جمعہ جمعے جمعۃ
hafta hafte haftay hafton haftey ہفتہ ہفتے ہفتوں
sanichar saneechar سنیچر
itwar itwaar ateevar اتوار
din dino dinon دن دنوں
roz روز
rozana rozaana روزانہ
mahina maheena mahine maheene mahinay mahinon مہینہ مہینے مہینوں مہینا
mahana ماہانہ
saal sal saalon سال سالوں
salana saalana سالانہ
haftawar haftawaar ہفتہوار
ghanta ghante ghantay ghanton گھنٹہ گھنٹے گھنٹوں گھنٹا
minute mint minat منٹ
har her ہر
baad bad بعد
pehle pehlay pahle پہلے
mein mai men me main میں
ko ku کو
ka کا
ki کی
ke kay k کے
se say سے
par pe pay per پر پہ
tak tk تک
aur or اور
tareekh tarikh tareekhh تاریخ
guzishta pichle pichlay pichla گزشتہ پچھلے پچھلا پچھلی
agle aglay agla agli اگلے اگلا اگلی
is iss اس
ye yeh یہ
woh wo voh وہ
unhein unhain inhein inhain unko inko انہیں
usay use isay ise usko isko اسے
sab sub saare sare saray saari sari tamam سب سارے ساری تمام
kaam kam kaamon task tasks کام کاموں ٹاسک
number nambar no نمبر
list fehrist فہرست لسٹ
lists fehristein فہرستیں لسٹیں
naam nam نام
wala wale wali walay والا والی والے
pehla pehli pahla پہلا پہلی
dusra doosra dusri doosri dusre doosre دوسرا دوسری دوسرے
teesra tisra teesri tesra teesre تیسرا تیسری تیسرے
chautha chotha chauthi chauthe چوتھا چوتھی چوتھے
paanchwan panchwan paanchwaan paanchwein پانچواں پانچویں
aakhri akhri aakhiri آخری
aakhir akhir akheer آخر
mujhe mujhay muje مجھے
mera meri mere meray میرا میری میرے
maine mene mainay
ne nay نے
hamein hamen humein ہمیں
karo kro karen karein kariye kijiye kijye کرو کریں کیجیے کیجئے
karna karni karne kerna کرنا کرنی کرنے
kar kr کر
do den dein dijiye dijye دو دیں دیجیے دیجئے
diya dia diye دیا دیے دئیے
di دی
lo lein lijiye لو لیں لیجیے
liya lia liye liay لیا لیے لئے
li لی
gaya gya gaye gae گیا گئے
gayi gai gyi گئی
ho hogaya hogayi ہو
tha تھا
thi تھی
the thay تھے
hai hy he ہے
hain hen ہیں
hoga hogi ہوگا ہوگی
kiya kia kiye
kya کیا
kitne kitnay kitna kitni کتنے کتنی کتنا
kaun kon kaunse konse کون کونسے
kab کب
kahan kahaan کہاں
kaisa kesa kaisi کیسا کیسی
kyun kiun کیوں
paas pas پاس
koi کوئی
yaad yad یاد
dilana dilao dilaao dila dilaen dilain karana karao karwana دلانا دلاؤ دلا دلائیں
keh kah کہ
dahani dahaani dahaniyan dehani دہانی دہانیاں
dohrao dohrana duhrao dohraao dohra دہراؤ دہرانا دہرا
chhoro chhor chhorna chhordo چھوڑو چھوڑ چھوڑنا
mat مت
usi isi اسی
band bandh بند
waqt wakt وقت
snooze سنوز
skip سکپ
shamil shaamil شامل
add ایڈ
darj درج
note نوٹ
likho likh لکھ لکھو
daalo dalo daal dal daaldo ڈالو ڈال
rakho rakh rakhna رکھو رکھ
banao bana banaen banado بناؤ بنا بنائیں
mukammal mukamal مکمل
khatam khatm ختم
poora pura پورا
delete hazf hazaf ڈیلیٹ حذف
mita mitao mitado mitana مٹا مٹاؤ
hata hatao hatado hatana ہٹا ہٹاؤ
nikal nikalo نکال نکالو
khol kholo کھول کھولو
dobara dubara دوبارہ
phir fir پھر
wapas waapas vapas واپس
le ly لے
jana jaana jani جانا جانی
aana ana آنا
lena leni لینا لینی
dena deni دینا دینی
milna milni ملنا ملنی
jao jaen jaein جاؤ جائیں
dikhao dikha dikhaen dikhain dikhado dikhaiye دکھاؤ دکھا دکھائیں
batao bata bataen batado bataiye بتاؤ بتا بتائیں
sunao suna sunaen سناؤ سنا
zaroori zaruri zarori ضروری
fauri fori foran فوری فورا
ahem aham اہم
mamooli mamuli معمولی
madad مدد
salam salaam assalam assalamualaikum salamalaikum adaab آداب سلام السلام
alaikum alaykum alikum علیکم
shukriya shukria شکریہ
bohat bahut buhat بہت
meherbani mehrbani مہربانی
khuda خدا
hafiz حافظ
haan han haa ہاں
ji jee جی
nahi nahin nai nhi نہیں
rehne rehnay رہنے
mausam mosam موسم
lateefa latifa لطیفہ
gana gaana گانا
khabrein khabar خبریں خبر
martaba dafa baar bar مرتبہ دفعہ بار
aik ek ایک
teen tin تین
chaar char چار
paanch panch پانچ
chay che chhay چھ چھے
saat sat سات
aath ath آٹھ
nau نو
das dus دس
gyarah giyara gyara گیارہ
barah bara baara بارہ
pandrah pandra پندرہ
bees bis بیس
pachees pachis پچیس
tees تیس
paintalees پینتالیس
pachas پچاس
january januari جنوری
february فروری
march مارچ
april اپریل
may مئی
june جون
july جولائی
august اگست
september ستمبر
october اکتوبر
november نومبر
december دسمبر
hone honay ہونے
baki baqi baaqi baaki باقی
nayi نئی
naya نیا
tum تم
aap ap آپ
sakte saktay سکتے
sakti سکتی
karwa krwa کروا
badal badlo badlao بدل بدلو
`;

/** Written form → the word that the grammar knows. What may be several words keeps the first line it stands in. */
export const lexicon = new Map<string, string>();
for (const line of lines.trim().split("\n")) {
  const [word = "", ...forms] = line.split(" ");
  for (const form of [word, ...forms]) if (!lexicon.has(form)) lexicon.set(form, word);
}
