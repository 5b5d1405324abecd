/** The words that a new site begins with: a text that anybody may edit. Moderators change their own copy on the site. */
export const defaultWords = `
# Những từ ngữ kiểm duyệt viên nên xem. Khớp với danh sách không bao giờ chặn hay xóa điều gì: bài của tài khoản mới chờ duyệt, bài của
# người khác vẫn đăng và được nêu lên để xem.
#
# Mỗi dòng một mục, dưới [lý do] của nó. Dòng trống và dòng bắt đầu bằng # được bỏ qua.
#
#   địt mẹ                          những từ này, viết lách kiểu gì cũng vậy: chữ hoa, đ.ị.t, đjt, ddijt, d!t, địtmẹ
#   con chó ; marks                 chỉ khi có đủ dấu: "con cho" có nghĩa khác
#   đầu buồi ; bare                 không dấu cũng tính. Không ghi gì thì cụm từ không dấu chỉ tính trong bài viết không dấu
#   bán|mua … súng                  một trong các từ đầu, rồi nhiều nhất bốn từ khác, rồi từ cuối
#   điếm ; not: canh đê, gác điếm   không tính khi cùng câu có một cụm sau not:; cụm nào chứa lại chính mục ấy ("gác điếm") thì phải
#                                   nằm đúng chỗ ấy
#   cá độ ; not: @talk              như trên, với một nhóm từ khai báo ở dòng bắt đầu bằng @
#   [hate] ; not: @said             ngoại lệ cho mọi mục bên dưới
#
# - Viết đủ dấu, chữ thường. Cách viết lách, teencode (j, z, f, w), gõ Telex thì không cần ghi thêm.
# - Từ một âm tiết chỉ tính khi có dấu. Coi chừng từ nhiều nghĩa: "bò đỏ" cũng là con bò.
# - Phê bình không bao giờ là vi phạm: không ghi những từ như tham nhũng, vô trách nhiệm, hách dịch, tệ, từ chức.
# - Điều quảng cáo rao bán cũng là điều người ta phàn nàn. Cuối những mục ấy hãy ghi "not: @talk".
#
# In English:
#
# Words that a moderator should see. A match never blocks or deletes anything: it holds the text of a new account for review
# and flags anybody else's.
#
# One entry a line, below the reason it has. Lines that begin with # and empty lines are skipped.
#
#   địt mẹ                          these words, however they are disguised: capitals, đ.ị.t, đjt, ddijt, d!t, địtmẹ
#   con chó ; marks                 only with their marks: "con cho" means something else
#   đầu buồi ; bare                 without marks in any text. Without a word here, phrases count in texts typed without marks
#   bán|mua … súng                  any of the first words, up to four others, and the last
#   điếm ; not: canh đê, gác điếm   innocent when one of these stands in the same sentence; an exception that repeats a word of
#                                   the entry ("gác điếm") must stand on it
#   cá độ ; not: @talk              the same with a group of such words, defined by a line that begins with @
#   [hate] ; not: @said             a heading with exceptions that hold for all entries below it
#
# - Write Vietnamese with its marks, in small letters. Disguises, teencode letters (j, z, f, w) and Telex need no line.
# - A word of one syllable counts only with its marks. Beware of words with a second meaning: "bò đỏ" is also a cow.
# - Criticism is never a violation: no words such as tham nhũng, vô trách nhiệm, hách dịch, tệ, từ chức.
# - What is sold by advertisements is also what people complain of. Let such entries end with "not: @talk".

@talk: kịch bản, trình báo, giả cán bộ, quảng cáo rác, biển quảng cáo, tờ rơi, quảng cáo cá độ, quảng cáo vay, quảng cáo tràn lan, nạn quảng cáo, dán, bóc, sơn đầy, vẽ bậy, bôi bẩn, phòng chống, phòng ngừa, chống, ngăn chặn, cảnh báo, cảnh giác, tuyên truyền, là lừa đảo, bị lừa, bị dụ, dụ dỗ, chiêu, thủ đoạn, cuộc gọi lừa đảo, nạn, tệ nạn, vấn nạn, bị bắt, bắt giữ, xử lý nghiêm, bị xử lý, xử phạt, bị phạt, điều tra, tố cáo, phản ánh, triệt phá, tội phạm, đối tượng, tín dụng đen, trá hình, nạn nhân, đề nghị, kiến nghị, hậu quả, cai nghiện, tin nhắn rác, sim rác, cấm, học sinh, trẻ em, nhận biết, giáo dục, trong trường học, trước cổng trường, quán net, quán nét, mất hết, nghiện, vỡ nợ, phải chịu, công khai bán, trên mạng xã hội, complain, complaint, report, against, warn, warning, scam, ban, banned, victims, addiction
@quote: chửi nhau, chửi, bị gọi là, từ tục, nói tục, nói bậy, bạo lực học đường, chửi bới, lăng mạ, xúc phạm, miệt thị, kỳ thị, phân biệt, bắt nạt, bị mắng, quát, called, insult
@said: bị gọi là, bị chửi là, bị mắng là, bị nói là, bị coi là, bị bảo là, gọi tôi là, gọi chúng tôi là, gọi con tôi là, called me, called us, called her, called him
@map: bản đồ, sơ đồ, biểu đồ, hải đồ, lược đồ

[abuse] ; not: @said
óc ngắn ; marks
về bú mẹ ; marks ; not: con, bé, trẻ, @quote
nhổ|phỉ|khạc vào mặt ; not: @quote
thứ|đồ|quân|lũ|bọn|loại mặt dày ; not: @quote
đồ|lũ|bọn|thằng|quân mặt l ; marks
đẻ ra cái|thứ loại|thứ|giống ; not: @quote
worthless piece of
you are|re … trash|garbage|scum|filth ; not: bin, bins, can, truck, collection
go die
sủa tiếp|nữa đi|con
mặt|cái|con l|b|c này|kia|gì|mẹ ; marks ; not: nhà, tòa, lô, khu, bảng, lớp, phòng, điểm, mục, khoản
cmnl
vcđ|vcd|vkd
dkmm|đkmm|cmnm|dmnm
vãi l|c|b ; not: vãi lúa, hàng
cái con khỉ|mẹ|đĩ|chó
thằng|con|lũ|bọn|đồ hãm|khắm|bựa|lầy|lợn|mạt ; marks ; not: @map, nuôi, chuồng, đàn, lợn giống
đồ|thằng|con|lũ|bọn lừa đảo mất dạy
hãm lồn|loz|tài|l
óc|não chó|lợn|cứt như|thế|à|vậy|hả|mày
ngu như chó|bò|lợn|heo|lừa|cức
đồ|bọn|lũ|tụi|đám|thằng|con vô|bất dụng|lại|tài|lương|nhân|học ; marks ; not: @map
khốn kiếp
chó cái ; marks ; not: con chó cái nhà, đẻ, triệt sản, tiêm, nuôi, thú y
chó ghẻ ; not: hoang, thả rông, lang thang, bệnh, đàn
im|câm|ngậm mẹ|cái|ngay|đi mồm|miệng|họng|mõm
im mẹ đi
sml
sấp mặt lồn
mẹ nó chứ
ăn đạn|đòn|đấm|dao ; marks ; not: phòng chống, @quote
củ|cục|con cặc
cái|con|củ lồn|cặc|buồi ; marks
đầu đất ; marks ; not: san, lô, khu
ngu lâu dốt bền
ngu si ; not: @quote
ngu thì
đ … mẹ mày|nó|chúng
suck my dick
kill them all
kill all of them
# Swearing and insults with whom they are thrown at
địt nhau ; marks
địt mẹ|bố|cụ|bà mày|nó
ăn cứt ; bare ; not: chó, gà, lợn
đồ|bọn|lũ|thằng|tụi|đám|mấy|mụ|lão|thứ|loại ngu ; not: @map, @quote
mấy|bọn thằng|con|đứa ngu ; not: @quote
con|cái ngu ; marks ; not: @quote
đồ|bọn|lũ|tụi|quân|đám|loại chó ; marks ; not: @map, đồ chó mèo, bọn chó mèo, lũ chó mèo, đám chó mèo, loại chó mèo, hoang, thả rông, tiêm, hàng xóm, nuôi, giống, sủa, rọ mõm, triệt sản
đồ|thằng chó này|kia|nào ; marks
thằng chó ; marks
đồ|bọn|lũ|thằng|con|mụ|lão điên|khùng|hâm|dở|đần|hèn ; marks ; not: @map
đồ|bọn|lũ|thằng|con|mụ|lão khốn|bịp|ranh|lừa ; marks ; not: @map, lừa đảo
đồ|bọn|lũ|thằng|thứ|loại khốn|khùng|điên ; marks
đồ|bọn|lũ|thằng|con|quân|thứ|loại mất dạy ; not: @quote
mất dạy ; not: @quote
đồ|bọn|lũ|tụi|đám ăn hại|bám|cắp|cướp|bẩn ; not: @map
đồ|bọn|lũ|thằng thần kinh ; not: bệnh viện, khoa, bác sĩ
lũ|đồ|bọn|đám sâu|giòi|dòi bọ ; not: rau, cây, ruộng, thuốc
đồ bò|lợn|heo|dê|khỉ|rùa ; marks ; not: @map, lùn, nướng, quay, nhồi bông, chơi
não chó|lợn|bò|phẳng|ngắn|tôm ; marks ; not: món, nấu
não cá vàng
não|đầu|óc bã đậu
óc vật
éo|đéo|đếch|đíu|đếu|đel ai|gì|biết|hiểu|tin|cần|quan|thèm|sợ
éo|đéo|đếch|đíu|đếu|đel phải|có|được|làm|ra|nào|chịu|muốn ; marks
như cc|cl|cặc|lồn|buồi|cứt|shit ; marks
vãi cả lồn|loz|cặc|đái
lồn mẹ mày|nó
đm|dm|đcm|dcm|đkm|dkm mày|nó|bọn|thằng|con|chúng|cái
cha|má|cụ mày ; marks ; not: @quote
cút đi|về|xéo|khỏi|mẹ|ngay
tao|bố|ông giết|chém|đập|tát|xử|đấm|đâm|bắn|cắt|thịt ; marks ; not: bố trí
tao … chết|mạng|mồm ; marks
giết|chém|đâm|đập|bắn|xiên|chặt mày|mi ; marks
đấm|vả|tát|đập … vỡ|gãy mồm|mặt|răng|đầu ; marks ; not: @quote
cắt cổ mày
biết nhà mày ; marks
tao biết nhà|chỗ|mặt ; marks
liệu hồn
# Swearing
địt
địt mẹ
địt con mẹ
địt bố
địt cụ
đít mẹ
đị mẹ ; marks
đụ
đụ má
đụ mẹ
đù má
đù mẹ
đu má
đù móa
đụ mạ
đụ bà ; marks
tổ cha mày
đờ mờ ; marks
đờ cờ mờ
vãi lồn
vãi nồi ; marks
vãi loz
vãi cặc
vãi cứt
vãi đái
vãi lúa
lồn
mặt lồn ; marks
mặt lờ ; marks
mặt loz
cái lồn ; marks
cái lồn gì ; bare
cái loz
con lồn ; marks
lồn mẹ ; marks
loz
lozz
lìn ; not: mịn lìn
cặc
con cặc ; marks
cặc gì ; marks
cái con cặc ; bare
như con cặc ; bare
cái cục cặc ; bare
bú cặc ; bare
cu cặc ; bare
con kặc
buồi
đầu buồi ; bare
cái buồi ; marks
con buồi ; marks
như buồi ; marks
buồi mẹ
dái chó ; marks
cứt ; not: trâu, bò, gà, lợn, chó, mèo, chim, chuột, phân, su, hót, bón, dọn, vỉa hè, mùi, hố, bể phốt
như cứt
cục cứt ; bare
cái cục cứt
đéo ; not: thuế ruộng
cái đéo gì
đéo gì
đéo hiểu ; marks
đéo mẹ
đếch cần
đếch biết
đel
đếu ; not: đếu đáo
đĩ
con đĩ ; marks
đĩ mẹ ; marks
đĩ điếm
làm đĩ ; marks
đồ đĩ ; marks
đĩ chó ; marks
điếm ; not: canh đê, nhà điếm canh, điếm gác, gác điếm, điếm tuần, đê, lý trưởng, mùa lũ, đình, di tích
con điếm
phò ; not: phò tá, phò mã, phò vua, phò trợ, phò giá, vua, chúa
con phò ; marks
cave ; not: cave tour, hang động, hang, cave rescue, visit, the, phong nha
gái điếm ; not: @talk
bú lồn ; bare
bú buồi ; bare
liếm lồn
liếm đít
chịch ; not: @quote
xoạc ; not: xoạc chân
đm ; not: vuông, khối, đơn vị, đo, cm, lít, định mức
dm ; not: vuông, khối, đơn vị, đo, cm, lít, danh mục, qua dm, vào dm, page, inbox, nhắn, gửi, send
đmm
dmm
đmcs
dmcs
đcm
dcm
đkm
dkm
đcmm
dcmm
đkmm
đclm
đcmn
clgt
clmm
cmnr
cmn
cmm thằng|con|bọn|mày|nó|lũ
vcl
vkl
vcc
vcđ
vcll
vl ; not: vật liệu, nc, mtc, đơn giá, định mức, dự toán, vĩnh long, files, tables
vlz
vloz
vlone
cl gì
cl má
như cl
cái cl
con cl
wtf
đjt con mẹ
mẹ kiếp
tiên sư
tiên sư bố
tổ sư cha
tổ sư bố
tổ cha ; marks
cha tiên nhân
mả cha ; marks
mả mẹ ; marks
mả bố ; marks
mả cha mày ; bare
mả mẹ mày ; bare
bố tổ sư
con mẹ mày ; bare
con mẹ nó ; marks
mẹ mày ; marks
má mày ; marks
mẹ chúng mày
cụ mày ; marks
cả lò nhà mày ; marks
cả họ nhà mày ; marks
# Insults
ngu ; not: ngu hiểm, ngu công, đại ngu, nhà ngu, ngu ý, tôi ngu, em ngu, mình ngu, ngu ngơ, chính sách ngu dân, phố ngu, @quote
con ngu ; marks
ngu như chó ; bare
ngu như bò
ngu như lợn
ngu như heo
ngu học ; marks
ngu xuẩn ; not: @quote
ngu dốt ; not: @quote
ngu si đần độn
nói ngu
sao ngu thế ; marks
ngu thế ; marks
ngu vừa thôi
ngu vãi
óc chó ; marks ; not: hạt, quả, nhân, hạnh nhân, gỗ, dầu, sữa, cây, nhập khẩu, kg, macca, bán, ăn, mua
đồ óc chó ; bare
bọn óc chó ; bare
thằng óc chó ; bare
óc lợn ; not: nấu, hấp, chợ, món
óc bò ; marks ; not: nấu, hấp, chợ, món
não tôm ; not: tôm hùm, món
vô học ; marks ; not: @quote
mất nết ; marks
láo toét
khốn nạn ; not: tình trạng, hoàn cảnh, cuộc sống
đồ khốn nạn
chó đẻ ; marks ; not: đàn, lứa, con non, thú y, triệt sản, cây chó đẻ, răng cưa
đồ chó đẻ
thằng chó đẻ
thằng chó này
con chó này mày ; bare
đồ chó má
chó má ; marks
chó chết ; marks ; not: xác, trôi, mùi, vớt, bả, dại, chôn, bệnh, sông, hồ, kênh, mương
đồ chó chết
mặt chó ; marks
chó săn của
chó cắn áo rách ; marks
loài chó má
súc vật ; not: lò giết mổ, vận chuyển, nuôi, chăn nuôi, giết mổ, thức ăn
đồ súc vật
súc sinh
đồ súc sinh
cầm thú ; marks ; not: vườn
đồ cầm thú
con lợn này ; marks ; not: nuôi, chuồng, dịch, cân
đồ con lợn
đồ rác rưởi
rác rưởi của xã hội
đồ cặn bã
cặn bã xã hội ; not: @quote
đồ phản quốc
đồ con hoang
đồ mặt dày
đồ mặt dầy
đồ vô học
đồ rẻ rách
rẻ rách
đồ bẩn thỉu
đồ thối tha
đồ dở hơi
đồ khùng
ngáo đá ; not: đối tượng, công an, @talk
đồ ngáo
thằng ranh
thằng ranh con
con ranh ; marks
con mụ này ; marks
lão già dê
già dê ; marks
dâm tặc
biến thái ; not: tâm lý, @talk, sâu bọ, côn trùng
chúng mày ; marks ; not: @quote
bọn mày ; marks ; not: @quote
tụi mày ; marks
tụi bây
lũ chúng mày
im mồm
câm mồm
ngậm mồm
câm họng
cút đi
biến mẹ đi
sủa bậy ; marks
sủa gì ; marks
sủa cái gì
chó sủa bậy
bò đỏ ; marks ; not: giống, nuôi, chăn, con, trâu, sữa, thịt
ba que xỏ lá
# Threats
chém chết
đập chết
đánh chết mày
đánh bỏ mẹ
chết mẹ mày ; marks
cho mày chết ; marks
đốt nhà mày ; marks
mày chết với tao
mày coi chừng
cẩn thận cái mạng
xử mày ; marks
đấm chết
mày chết đi
# English
fuck
fucking
fucker
motherfucker
mother fucker
fuck you
fuk
fck
fcking
stfu
shit ; not: tzu
bullshit
shithead
bitch ; not: dog
son of a bitch
asshole
ass hole
bastard ; not: @quote
dickhead
dick ; not: tracy
cunt
wanker
twat
whore
slut
pussy ; not: willow, cat
dumbass
dumb ass
jackass
moron ; not: @quote
you idiot
fucking idiot
stupid idiot
you are stupid
piece of shit
go to hell
kill yourself
kys
i will kill you
drop dead

[hate] ; not: @said
dân miền … toàn|là bọn|lũ|đồ|quân ; not: @quote
bọn|lũ|tụi|đám|đồ|dân da đen|vàng|trắng ; marks
bọn|lũ|tụi|đám trung quốc|cộng|hoa
bọn|lũ|tụi|đám tàu|hàn|nhật|tây|cam … cút|chó|bẩn|khựa
bọn|lũ|tụi|đám|đồ tàn tật|phế
dân|bọn|lũ|tụi|đám … bẩn|keo … cút|tởm|biến ; marks
all muslims|jews|blacks|gays|immigrants … are|must|should
muslims are terrorists
# Regions, peoples, beliefs
bắc kỳ|kì chó|cút|bẩn|lừa|toàn|đểu|tởm|khốn
bọn|lũ|tụi|đám|dân bắc|nam kỳ|kì|cầy|cụ ; marks ; not: thời, thực dân, xứ, thế kỷ, lịch sử
bọn|lũ|tụi thanh hóa|hoá|nghệ ; marks
bọn|lũ|tụi nghệ|hải|nam|thái an|tĩnh|phòng|định|bình ; marks
đuổi|cút|cấm … thanh|nghệ hóa|hoá|an|tĩnh … về|ra|cút
ăn rau má ; not: nấu, canh, trồng
rau má … đường tàu
bọn|lũ|tụi|đám|đồ|thằng|con mọi ; marks ; not: @quote, bọn mọi người, con mọi người
bọn|lũ|đồ|tụi|đám mán|tộc|mèo|miên|mường ; marks ; not: @map, tộc người, hoang, chó
bọn|lũ|đồ|tụi|đám dân tộc ; not: @map
bọn|lũ|đồ|tụi|đám|thằng nhà|dân quê|đen ; marks ; not: @map
bọn|lũ|tụi|đám dân tỉnh lẻ
bọn|lũ|tụi|đám|đồ tỉnh lẻ
bọn|lũ|tụi|đám ngoại tỉnh
bọn|lũ|tụi|đám|đồ|thằng|con|mấy … bê|pê đê ; not: đê điều, canh đê, thân đê, mặt đê, vỡ đê
bêđê|bede|pêđê|pede
bê|pê đê ; marks ; not: đê điều, bê tông
bọn|lũ|tụi|đám|đồ hồi|công|tin|theo giáo|đạo ; marks ; not: @map
bọn|lũ|tụi|đám|đồ què|mù|câm|đui|điếc|cụt ; marks ; not: @map, đồ mù mờ
bọn|lũ|đồ|tụi thiểu|chậm|tâm năng|phát|thần ; not: @map
đồ bóng|gay|les ; marks ; not: @map, đồ bóng mát, đồ bóng đá, đồ bóng rổ, đèn
đàn bà|đàn bà thì … biết gì
đàn bà … biết|hiểu gì
bắc kỳ chó
bắc kì chó
bọn bắc kỳ
bọn bắc kì
lũ bắc kỳ
lũ bắc kì
bắc kỳ ăn cá rô cây
bắc kì ăn cá rô cây
cá rô cây
parky
parkycho
parki
backycho
backy
bake bẩn
bắc cụ ; marks
nam kỳ chó
nam kì chó
bọn nam kỳ
lũ nam kỳ
nam cầy ; marks
namki
namkiki
phá đường tàu ; not: bom, chiến tranh, kẻ gian
dân thanh hóa ăn
dân trung cá gỗ
cá gỗ ; marks ; not: làng, tượng, đồ chơi
mọi rợ ; marks ; not: @quote
mọi đen ; marks
man rợ như mọi
mán mọi
bọn mèo trên núi
khựa ; not: @quote
tàu khựa
bọn khựa
bọn tàu khựa
bọn tàu cộng
ba tàu ; marks ; not: hàng, đường sắt, chuyến, cảng, tàu hỏa
bọn ba tàu
mọi miên
bọn hàn xẻng
bóng lộ ; marks
bóng chó ; marks
bọn bóng
đồng bóng bệnh hoạn
đồ ô môi
bọn đồng tính bệnh
đồng tính bệnh hoạn
đồng tính là bệnh
dân nhà quê cút
dân tỉnh lẻ cút
bọn ngoại tỉnh cút
què quặt vô dụng
thiểu năng ; not: trẻ, người, em, tuần hoàn, hội chứng, học sinh, lớp, hỗ trợ, tình thương
bệnh down à
đồ tàn phế
đồ đàn bà
đàn bà ngu
bọn theo đạo ngu
nigger
niggers
nigga
negro ; not: rio, monte
faggot
faggots
fag
retard
retarded ; not: flame, fire
chink ; not: armour, armor
gook
kike
tranny
ching chong
go back to your country

[spam]
nhà cái số|top|châu|hoàn|tặng ; not: @talk
cá cược bóng đá ; not: @talk
chốt số … hôm nay
nhân viên gõ captcha
gõ captcha|chữ … nhà ; not: @talk
work at home ; not: policy, staff
make money fast|now|quick
make … fast ; not: decision, decisions, progress
vay góp|họ|nặng … gọi|ngày|lh ; not: @talk, nạn, ngân hàng
# Trade with a way to reach the seller
lh|ib|inbox|pm|alo zalo|gấp|ngay|em|mình|shop
liên hệ ngay|gấp|zalo|hotline ; not: @talk, chúng tôi đã
bán đất|nhà|căn … tỷ|tỉ|lh|zalo ; not: nhà nước, nhà xã hội, nhà ở xã hội, tái định cư, @talk
cho thuê … lh|zalo|ib|alo
giảm|sale giá|off … inbox|ib|lh|zalo
sỉ lẻ ; marks
tận xưởng ; marks ; not: chở, đến
inbox|ib nhận|để|ngay
cần tiền gấp ; not: @talk
nhận tiền sau|trong|ngay ; not: đền bù, hỗ trợ, trợ cấp, hộ, @talk
vay tới|lên|đến … triệu|tr ; not: ngân hàng chính sách, hộ, @talk
kèo thơm|hot|vip|nhà|bóng ; marks ; not: @talk
cược là|thắng|ngay|to ; marks
lô gan|kép|xiên|top ; marks
chốt số đề|lô|đẹp ; marks
cao thủ … số|lô|kèo
x2|x3|x5|x10 vốn|tài
sàn … uy tín ; not: gỗ, nhà, thương mại, @talk
xem bóng đá trực tiếp ; not: quảng trường, phố đi bộ, màn hình, quán, karaoke
xoilac
free iphone
you won a|an|free
claim now
our casino
hot girls|singles
# With what is in between
vay|cầm tiền|vốn|nóng … nhanh|gấp|nóng|online|24h|ngay ; not: ngân hàng chính sách, @talk
vay nhanh ; not: @talk
vay … thế chấp ; not: ngân hàng, hội, hộ nghèo, dự án, @talk
vay … duyệt|giải hồ|ngân ; not: ngân hàng, hội, dự án, @talk
duyệt … 5|10|15|30 phút ; not: @talk, hồ sơ
đổi thưởng ; marks ; not: chai, pin, rác thải, rác, tích điểm, giấy, vỏ, @talk
nạp đầu|lần tặng|đầu
nạp … tặng ; not: @talk
đánh|chơi|ghi lô|đề|bạc … online|uy|thưởng|ăn ; not: @talk
mua|bán|thanh sim … đẹp|quý|phát|giá|rác ; not: @talk
sim đẹp|vip|phong
sim số đẹp ; not: @talk
tuyển … ctv|shopee|lazada ; not: thư viện, phóng viên, dân số, y tế, đề tài, @talk
tuyển … online tại nhà ; not: @talk
tuyển cộng tác viên ; not: thư viện, phóng viên, dân số, y tế, đề tài, dự án, @talk
làm|việc … online tại nhà ; not: dịch, họp, @talk
thu nhập … ib|inbox|zalo|alo
kiếm … tiền|thu online|mạng|nhà|app|nhập ; not: @talk
kiếm tiền online|mạng ; not: @talk
kiếm tiền tại|trên nhà|mạng ; not: @talk
lương … triệu … ib|inbox|zalo
mua|tăng|buff|bán|kéo … like|follow|sub|view ; not: @talk
buff mắt|tim
hút|thông|khoan|chuyển … giá rẻ ; not: @talk
hút|thông|sửa|khoan|chuyển … 24 7|24 ; not: trực, đội, bơm, @talk
phục vụ tận nơi … đêm|đẹp|giờ
bao đêm ; marks
em|gái|bé … bao đêm|check
sinh lý ; not: nước muối, vệ sinh, tâm sinh lý, người già, học sinh, giáo dục, bệnh viện
click|bấm|nhấn|truy|ấn … nhận … thưởng|quà|tiền|code
nhận thưởng ; not: huy chương, bằng khen, thi đua, học sinh, danh hiệu
earn … weekly|daily|week|day|month|hour
work from home … earn|dm|cash
dm me
ib|inbox|alo … zalo|ngay|em|mình|shop|hotline
# Loans
vay nóng … không|lãi|trong|ngay|lh|giải|nhanh|alo|zalo|chỉ|cần ; not: @talk
cho vay nóng ; not: @talk
vay tiền nóng ; not: @talk
vay tín chấp ; not: ngân hàng chính sách, @talk
vay trả góp ; not: @talk
không thế chấp ; not: ngân hàng chính sách, hội phụ nữ, @talk
không cần thế chấp ; not: ngân hàng chính sách, @talk
vay nợ xấu ; not: @talk
hỗ trợ nợ xấu ; not: @talk
giải ngân trong ngày ; not: @talk
giải ngân 5 phút ; not: @talk
giải ngân nhanh ; not: đầu tư công, dự án, vốn, @talk
bao đậu ; marks
cầm đồ ; marks ; not: hiệu, tiệm, cửa hàng, @talk
lãi suất thấp giải ngân
đáo hạn ngân hàng ; not: @talk
rút tiền thẻ tín dụng ; not: @talk
bốc bát họ ; not: @talk
# Gambling
nhà cái ; marks ; not: @talk
nhà cái uy tín ; not: @talk
cá cược ; marks ; not: @talk
cá độ ; marks ; not: @talk
cá độ bóng đá ; not: @talk
soi cầu ; not: @talk
soi kèo ; not: @talk
kèo nhà cái ; not: @talk
bạch thủ lô ; not: @talk
lô đề ; marks ; not: @talk
đánh đề online ; not: @talk
tài xỉu ; not: @talk
xóc đĩa ; not: @talk
nổ hũ ; not: @talk
bắn cá đổi thưởng ; not: @talk
game bài ; not: @talk
tiền cược ; not: @talk
tặng tiền cược
sòng bài trực tuyến ; not: @talk
casino trực tuyến ; not: @talk
casino online ; not: @talk
online casino ; not: @talk
casino bonus
nạp tặng
nạp 100k
rút tiền nhanh ; not: @talk
link vào không bị chặn
kubet
fb88
w88
vn88
f8bet
8xbet
188bet
bk8
m88
789bet
jun88
hi88
shbet
new88
go88
sunwin
b52club
rikvip
xoso
# Sims, jobs, work at home
sim tứ quý
sim lộc phát
bán sim rác ; not: @talk
kiếm thêm thu nhập ib
việc nhẹ lương cao ; not: @talk
chốt đơn ; not: @talk
like dạo
làm nhiệm vụ nhận tiền
nhận hoa hồng ngay
đầu tư sinh lời ; not: @talk
cam kết lợi nhuận ; not: @talk
cam kết hoàn vốn
lợi nhuận khủng ; not: @talk
lãi 20% mỗi tháng
forex ; not: @talk
tiền ảo ; marks ; not: quản lý, @talk
nhận kèo
kéo nến
chốt lời
join group
vào nhóm nhận
đa cấp ; marks ; not: @talk, quản lý
# Sold by advertisement
giảm cân cấp tốc ; not: @talk
thuốc giảm cân ; not: @talk
tăng cân cấp tốc
trà giảm cân
kem trộn ; not: @talk
trắng da cấp tốc ; not: @talk
tăng kích thước
kéo dài thời gian quan hệ
thuốc cường dương ; not: @talk
khoan cắt bê tông giá rẻ ; not: @talk
thông cống nghẹt ; not: @talk
thông tắc giá rẻ
chuyển nhà trọn gói giá rẻ
seo web
lên top google
dịch vụ seo
mua bán đất nền ; not: @talk
đất nền sổ đỏ
sổ đỏ trao tay
thanh khoản nhanh
giá rẻ nhất thị trường
giá sỉ ; marks
sỉ lẻ toàn quốc
ship cod
ship toàn quốc
inbox em
ib em
ib mình nhé
ib zalo
ib ngay
inbox ngay
liên hệ ngay hotline
alo là có
gọi là có ngay|liền
trúng thưởng iphone ; not: @talk
bấm vào link nhận
nhấn vào link nhận
click link nhận
nhận code
nhận quà miễn phí
xem bói online
bùa yêu
gọi vong ; not: @talk
# Sex
gái gọi ; not: @talk
gái gọi cao cấp ; not: @talk
gái xinh bao check
bao check
hàng tuyển bao
checkhang
sugar baby ; not: @talk
sugar daddy ; not: @talk
massage kích dục ; not: @talk
mát xa kích dục ; not: @talk
massage yoni
tẩm quất nam
phim sex ; not: @talk
phim s e x
xem sex ; not: @talk
clip sex ; not: @talk
chat sex ; not: @talk
clip nóng ; not: @talk
sex không che
phim … không che|cắt
phim heo
jav
onlyfans
porn
# English
make money online ; not: @talk
make money from home
earn money online
work from home and earn
earn $500 a day
cheap viagra
viagra
cialis
no prescription
buy followers
cheap followers
instant delivery
free spins
sign up now
click here to win
crypto investment ; not: @talk
guaranteed profit
loan approved
payday loan ; not: @talk
best price guaranteed
seo services

[illegal]
đá|kẹo ke ; marks ; not: @talk
ke kẹo ; marks ; not: @talk
hàng trắng đá|ke|kẹo ; not: @talk
cỏ|ke|kẹo|đá|khay … ship ; marks ; not: @talk
tài mà
mai thúy ; marks
cần sa … ship|ib|sỉ ; not: @talk
ma túy … ship|ib|sỉ ; not: @talk
làm giả … tờ|dấu|bằng|cccd ; not: @talk, hành vi, vụ, phát hiện, bị
con dấu giả ; not: @talk, hành vi, vụ, phát hiện
hàng cấm … ship
chạy điểm|án ; marks ; not: @talk
bằng … hồ sơ gốc
giấy khám sức khỏe|khoẻ … không|khống ; not: @talk, có hiệu lực, giá trị, chấp nhận
cung cấp giấy khám … không|khống ; not: yêu cầu, phải, @talk
hàng đá|ke … ship|ke ; not: vỉa hè, lát
thuê|bán|mua tk|tài|stk … ngân hàng ; not: chung cư, kế toán, @talk
thuốc kích dục|mê ; not: @talk
bán|mua … ngà|sừng|cao|mật|vảy voi|tê|hổ|gấu ; not: @talk
# With what is in between
làm|bán|mua … bằng|cccd|giấy|chứng|sổ … giả ; not: @talk, sử dụng, phát hiện
làm|nhận|bán bằng|chứng cấp|chỉ|lái ; not: nước, đề nghị, thủ tục, ở đâu, trung tâm, học, xi, phần trăm, @talk
làm|bán bằng giả|lái ; not: @talk
phôi thật|gốc|xịn
bằng lái … giả ; not: @talk
bán|mua|ship|giao … cần sa ; not: @talk
bán|mua|ship|giao … ma túy|tuý ; not: @talk
bán|mua|ship|giao … thuốc lắc|phiện ; not: @talk
bán|mua|ship|giao … bóng cười ; not: @talk
bán|ship … cỏ mỹ|kẹo|ke ; not: @talk
bán|mua … heroin|cocaine|methadone|ketamine ; not: @talk
nấm thức|ảo thần|giác ; not: @talk
bán|shop|ship … ke|kẹo … ke|kẹo|ship|giao|giá ; not: tạp hóa, mứt, bánh, @talk
bán|mua … súng|lựu … chế|dụng|đạn ; not: @talk, súng nước, đồ chơi
bán|mua … súng|đạn|kiếm|lựu ; marks ; not: súng nước, đồ chơi, phim, tìm kiếm, @talk
bán|ship|giao … pháo ; marks ; not: pháo hoa, pháo đài, @talk
xã hội đen ; not: @talk, kiểu xã hội đen, bảo kê, côn đồ, đe dọa
đòi nợ thuê|mướn|giúp ; not: @talk
thuê|nhận|dịch … đòi nợ ; not: @talk
bán|mua|thuê … acc|nick|tài ngân|khoản … hàng ; not: chung cư, @talk
bán|mua|thuê acc|stk|tkngân
thuê|mua|bán tài khoản ; not: kế toán, kho, @talk
bán … data|danh|thông … khách|số|cá ; not: @talk
bán … thận|trinh ; marks ; not: bán thận trọng, @talk
mua thận ; marks ; not: mua thận trọng, @talk
bán|mua hóa|hoá đơn ; not: điện tử, tiền điện, tiền nước, máy tính tiền, @talk
bán|mua … hóa|hoá đơn đỏ|vat|khống ; not: @talk
# Papers
làm bằng đại học ; not: @talk
làm bằng cấp 3
bằng đại học giả ; not: @talk, bổ nhiệm, sử dụng, kiểm tra
làm giấy tờ giả ; not: @talk
nhận làm giấy tờ ; not: @talk
giấy tờ giả ; not: @talk, sử dụng, dùng
bằng lái xe không cần thi
không cần thi bao đậu
làm cccd giả ; not: @talk
cccd giả ; not: @talk
làm sổ đỏ giả ; not: @talk
sổ đỏ giả ; not: @talk
làm hộ chiếu giả
giấy khám sức khỏe giả ; not: @talk
bán giấy khám sức khỏe ; not: @talk
hóa đơn đỏ giá rẻ
fake passport ; not: @talk
fake driving licence ; not: @talk
fake id ; not: @talk
fake diploma ; not: @talk
# Drugs
cần sa giá
cần sa ship
ma túy đá giá ; not: @talk
bán đá ke
có ke kẹo
ke kẹo đá
bán ke ; marks
bán kẹo ke
thuốc lắc ; not: @talk
bay lắc ; not: @talk
cỏ mỹ ; marks ; not: @talk
hàng trắng ship
bán nấm thức thần
bóng cười ship
nước vui ; marks
tem giấy lsd
pod chill
buy weed
weed delivery
buy cocaine
meth for sale
# Weapons, fireworks
súng hơi giá
bán đạn ; marks
bán kiếm ; marks
pháo nổ ship
pháo lậu ; not: @talk
bán thuốc nổ ; not: @talk
guns for sale
# Money, data, bodies
xử lý con nợ
tiền giả ; marks ; not: @talk
bán tiền giả
đổi tiền giả
rửa tiền ; not: @talk
thuê tài khoản giá cao
danh sách số điện thoại giá
bán thông tin cá nhân ; not: @talk
hack facebook ; not: @talk, bị
hack zalo ; not: @talk, bị
hack nick
nhận hack
đẻ thuê ; marks ; not: @talk
mang thai hộ giá
bán trinh ; not: @talk
thám tử theo dõi giá
nghe lén điện thoại ; not: @talk
bán ngà voi ; not: @talk
bán sừng tê ; not: @talk
cao hổ cốt ; not: @talk
vượt biên giá|trọn|bao ; not: @talk
hacked accounts
`;

/** Addresses that hide where they lead. */
export const defaultShorteners = [
  ...['bit.ly', 'tinyurl.com', 'goo.gl', 't.co', 'is.gd', 'ow.ly', 'cutt.ly', 'rebrand.ly', 'shorturl.at', 's.id'],
  ...['rb.gy', 'tiny.cc', 'bom.so', 'by.com.vn', 'shope.ee', 's.shopee.vn', 's.lazada.vn', 'link1s.com', 'megaurl.in'],
];
