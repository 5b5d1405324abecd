/** Words that mean the same: a text that anybody may edit. It stands in a module so that every bundle carries it. */
export const synonymsText = `
# Words that mean the same, for the search. Anybody may edit this file; the search reads it when it starts.
#
# One group a line. Lines that begin with # and empty lines are skipped.
#
#   xe buýt, bus, buýt        any of these finds the others
#   bv => bệnh viện           what stands left also finds what stands right, not the other way round
#
# - Write Vietnamese with its accents, NFC, in small letters. Search without accents, in capitals or with Telex left-overs
#   needs no line of its own; nor do misspellings, nor hoà beside hòa.
# - Put words into one group only if one may replace the other in nearly every sentence. Beware of words of one syllable:
#   \`hè\` is the pavement and the summer, \`bến\` is a station and a quay, \`đường\` is a road and sugar. Where a short word has
#   another common meaning, write it in a phrase (\`hè phố\`), or on the left of \`=>\`.
# - A broad word may find narrower ones with \`=>\` (giao thông công cộng => xe buýt), never in a group.
# - English words are written in their simplest form; endings (-s, -ing) are the search's business.

# --- Water and weather
ngập, lụt, ngập lụt, ngập úng, úng lụt, úng ngập, lụt lội, flood
ngập nước => ngập lụt
úng => ngập
úng => lụt
waterlogging => ngập úng
nước mưa, rainwater
mưa lớn, mưa to, heavy rain
thoát nước, tiêu thoát nước, tiêu nước, drainage
cống, cống thoát nước, cống rãnh, sewer, drain
hố ga, manhole
nắp cống, nắp hố ga, manhole cover
nước thải, wastewater, sewage
nước sạch, nước máy, nước sinh hoạt, clean water, tap water
cấp nước, water supply
mất nước, cúp nước, cắt nước, water cut
giếng khoan, borehole
nước ngầm, groundwater
lũ lụt => lụt
lũ lụt => ngập lụt
bão, storm, typhoon
nắng nóng, nóng bức, heat wave, heatwave
biến đổi khí hậu, climate change
lake => hồ
sông, river
kênh mương, mương, canal
ao hồ, pond
hồ tây, west lake
hồ gươm, hồ hoàn kiếm, sword lake
sông hồng, red river
bãi giữa, bãi giữa sông hồng, red river island
đê, đê điều, dyke, dike

# --- Air, waste, nature
air => không khí
chất lượng không khí, air quality, aqi
ô nhiễm, pollution
ô nhiễm không khí, air pollution
ô nhiễm không khí => bụi mịn
ô nhiễm không khí => khói bụi
bụi, dust
bụi mịn, pm2.5, pm 2.5, fine dust
khói, smoke
đốt rơm, đốt rơm rạ, đốt đồng, straw burning, rice straw burning, burning straw
rơm, rơm rạ, rice straw
than tổ ong, bếp than, honeycomb coal
mùi hôi, hôi thối, bốc mùi, mùi thối, bad smell, odour
rác, rác thải, garbage, rubbish, trash, waste
đổ rác, vứt rác
thu gom rác, gom rác, lấy rác, garbage collection, waste collection
phân loại rác, tách rác, waste sorting, sort waste
tái chế, recycle
phế thải xây dựng, rác xây dựng, rác thải xây dựng, xà bần, construction waste
bãi rác, bãi chôn lấp, landfill
điểm tập kết rác, bãi tập kết rác, điểm trung chuyển rác
rác điện tử, đồ điện tử cũ, đồ điện tử hỏng, e-waste
rác nhựa, rác thải nhựa, nhựa thải, plastic waste
túi ni lông, túi nilon, túi nylon, bao ni lông, plastic bag
pin cũ, pin hỏng, pin đã qua sử dụng, used battery, old battery
pin, battery
cây xanh, cây bóng mát, cây đường phố, street tree
cây, tree
cây đổ, đổ cây, fallen tree
cây đổ => bật gốc
công viên, park
vườn hoa, flower garden
động vật hoang dã, thú rừng, wildlife
chó, dog
mèo, cat
chó thả rông, chó chạy rông, stray dog
mèo hoang, mèo vô chủ, stray cat
rọ mõm, muzzle
bệnh dại, chó dại, rabies
muỗi, mosquito
sốt xuất huyết, dengue
tiếng ồn, ồn ào, noise
ồn => tiếng ồn
chống ồn, cách âm, giảm ồn, soundproof, noise barrier
chiếu sáng, lighting

# --- Streets and traffic
vỉa hè, hè phố, hè đường, sidewalk, footpath
# Pavement is also the surface of a road, and lề đường its edge.
pavement => vỉa hè
lề đường => vỉa hè
lòng đường, roadway
người đi bộ, đi bộ, pedestrian
lấn chiếm, chiếm dụng, encroach
ùn tắc, tắc đường, kẹt xe, ùn ứ, tắc nghẽn giao thông, traffic jam, congestion
giao thông, traffic
giao thông công cộng, vận tải công cộng, vận tải hành khách công cộng, public transport
gtcc => giao thông công cộng
gtcc => xe buýt
gtcc => metro
public transport => xe buýt
public transport => metro
giao thông công cộng => xe buýt
giao thông công cộng => tàu điện
giao thông công cộng => metro
xe buýt, bus, buýt, ô tô buýt
xe buýt điện, bus điện, electric bus
nhà chờ, bus shelter, nhà chờ xe buýt
trạm xe buýt, bến xe buýt, điểm dừng xe buýt, điểm chờ xe buýt, bus stop
bến xe, bến xe khách, coach station, bus station
xe khách, xe đò
coach => xe khách
tàu điện, metro, tàu điện đô thị, đường sắt đô thị, tàu trên cao, tàu điện trên cao, tàu điện ngầm, mrt
ga tàu điện, ga metro, metro station
tàu hoả, xe lửa
train => tàu hoả
train => tàu điện
sân bay, phi trường, airport
máy bay, aircraft, airplane, plane
xe máy, mô tô, motorbike, motorcycle
xe máy điện, electric motorbike, electric scooter, xe điện hai bánh
xe điện, ev, electric vehicle
trạm sạc, điểm sạc, charging station
sạc, charging
ô tô, xe hơi, car, automobile
xe đạp, bicycle, bike
đạp xe, cycling
làn xe đạp, đường xe đạp, làn đường xe đạp, bike lane, cycle lane
người đi xe đạp, cyclist
xe đạp công cộng, bike sharing, shared bicycle
taxi, tắc xi
xe ôm, xe ôm công nghệ, motorbike taxi
shipper, người giao hàng, tài xế giao hàng, chạy ship, delivery rider
xích lô, cyclo
xe tải, truck, lorry
xe lăn, wheelchair
đỗ xe, đậu xe, gửi xe, parking
bãi đỗ xe, bãi gửi xe, bãi giữ xe, bãi trông xe, bãi đậu xe, điểm trông giữ xe, parking lot, car park
đèn tín hiệu, đèn giao thông, đèn xanh đèn đỏ, traffic light, traffic signal
đèn đỏ => đèn tín hiệu
đèn đường, chiếu sáng công cộng, đèn chiếu sáng, street light, streetlight, street lamp
vạch sang đường, vạch qua đường, vạch kẻ người đi bộ, zebra crossing, crosswalk
cầu vượt bộ hành, cầu đi bộ, cầu bộ hành, footbridge, pedestrian bridge
bridge => cầu
hầm chui, hầm dân sinh, underpass
ngã tư, nút giao, crossroads, intersection
vành đai, đường vành đai, ring road
ngõ, hẻm, alley
ổ gà, hố trên đường, pothole
tai nạn giao thông, traffic accident
an toàn giao thông, road safety
cổng trường, school gate
xe dù, xe khách trái phép

# --- Housing and building
nhà ở, housing
nhà ở xã hội, nhà xã hội, nhà thu nhập thấp, social housing
chung cư, nhà chung cư, apartment building, condominium
apartment => chung cư
chung cư mini, mini apartment
căn hộ, apartment
tập thể cũ, khu tập thể, chung cư cũ, nhà tập thể, old apartment block
khu đô thị, urban area, khu đô thị mới
thang máy, elevator, lift
nhà trọ, phòng trọ, thuê trọ, nhà thuê, boarding house
nhà ống, tube house
công trường, công trình xây dựng, construction site
giấy phép xây dựng, phép xây dựng, building permit, construction permit
sổ đỏ, sổ hồng, giấy chứng nhận quyền sử dụng đất, land title
đền bù, bồi thường, compensation
giải phóng mặt bằng, land clearance
thu hồi đất => giải phóng mặt bằng
tái định cư, resettlement
quỹ bảo trì, phí bảo trì, maintenance fund
cáp viễn thông => dây cáp
dây điện, electric wire
quy hoạch, planning
bất động sản, nhà đất, real estate

# --- Fire and safety
cháy, hoả hoạn, fire
chữa cháy, cứu hoả, firefighting
phòng cháy, phòng cháy chữa cháy, phòng cháy và chữa cháy, pccc, fire safety, fire prevention
thoát hiểm, lối thoát hiểm, fire exit, emergency exit
báo khói, đầu báo khói, smoke detector
chuồng cọp, lồng sắt chống trộm
an ninh, an ninh trật tự, security
lừa đảo, lừa gạt, scam, fraud
trộm cắp, theft
bạo lực học đường, bắt nạt, school bullying, bullying

# --- Health
bệnh viện, nhà thương, hospital
trạm y tế, trạm xá, health station
phòng khám, clinic
bác sĩ, doctor
medicine => thuốc
bệnh nhân, người bệnh, patient
sức khoẻ tâm thần, mental health
mental health => tâm lý
tiểu đường, đái tháo đường, đái đường, diabetes
huyết áp, cao huyết áp, tăng huyết áp, blood pressure
tiêm chủng, tiêm phòng, vắc xin, vaccine
dinh dưỡng, nutrition
béo phì, thừa cân, obesity
thuốc lá điện tử, pod, vape
bảo hiểm y tế, health insurance
bhyt => bảo hiểm y tế
emergency => cấp cứu
đuối nước, chết đuối, drowning

# --- Food and markets
an toàn thực phẩm, vệ sinh thực phẩm, vệ sinh an toàn thực phẩm, food safety
attp => an toàn thực phẩm
vsattp => an toàn thực phẩm
food => thực phẩm
food => thức ăn
thức ăn đường phố, ẩm thực đường phố, hàng ăn vỉa hè, street food
bữa ăn bán trú, cơm bán trú, suất ăn trường học, school meal, school lunch
sữa, milk
sữa học đường, school milk
rau an toàn, rau sạch, safe vegetable
rau, vegetable
chợ, market
chợ đêm, night market
chợ cóc, chợ tạm, informal market
siêu thị, supermarket
hàng rong, bán rong, gánh hàng rong, street vendor, hawker
tiểu thương, người bán hàng ở chợ, trader
hộ kinh doanh, household business
thanh toán không tiền mặt, cashless payment
mã qr, qr code
quét mã => mã qr
ăn chay, vegetarian

# --- School and children
trường học, nhà trường, school
lớp đông, lớp quá tải, sĩ số đông, overcrowded class
lớp học đông => lớp quá tải
lớp học đông => sĩ số
lớp đông => sĩ số
lớp đông => quá tải
trường mầm non, nhà trẻ, mẫu giáo, lớp mầm non, kindergarten
nursery => nhà trẻ
tiểu học, primary school
cấp một => tiểu học
cấp 1 => tiểu học
trung học cơ sở, lower secondary school
cấp hai => trung học cơ sở
cấp 2 => trung học cơ sở
trung học phổ thông, high school
cấp ba => trung học phổ thông
cấp 3 => trung học phổ thông
đại học, university
học sinh, pupil
student => học sinh
sinh viên, student
giáo viên, teacher
thầy cô => giáo viên
tuyển sinh, nhập học, enrolment
phụ huynh, bố mẹ học sinh
trẻ em, trẻ con, trẻ nhỏ, con nít, children
sân chơi, chỗ chơi, khu vui chơi, playground
bể bơi, hồ bơi, swimming pool
dạy bơi, học bơi, swimming lesson
nhà văn hoá, community house
thư viện, library
sân bóng đá, sân bóng, football pitch, football field
nhà vệ sinh, toilet, wc, restroom
nhà vệ sinh công cộng, toilet công cộng, public toilet

# --- People
người già, người cao tuổi, người lớn tuổi, cụ già, elderly, elderly people, older people
người khuyết tật, người tàn tật, disabled people, people with disabilities
người khiếm thị, người mù, blind people, visually impaired
phụ nữ, women
người trẻ, thanh niên, bạn trẻ, youth, young people
công nhân, worker
người nước ngoài, expat, foreigner
du lịch, tourism
khách du lịch, du khách, tourist
tình nguyện, thiện nguyện, volunteer
hoà giải, mediation
hàng xóm, láng giềng, neighbour
cô đơn, neo đơn, lonely

# --- Heritage and culture
di sản, heritage
di tích, di tích lịch sử, historic monument
bảo tồn, conservation
trùng tu, tu bổ, restoration
đình làng, communal house
phố cổ, old quarter
phố đi bộ, không gian đi bộ, walking street
bích hoạ, tranh tường, mural
làng nghề, craft village
gốm sứ, đồ gốm, gốm, ceramic, pottery
lụa, tơ lụa, silk
mây tre đan, rattan and bamboo

# --- Public services and data
dịch vụ công, dịch vụ công trực tuyến, online public service, public services
thủ tục hành chính, administrative procedure
tthc => thủ tục hành chính
một cửa, bộ phận một cửa, one-stop shop
sổ hộ khẩu, hộ khẩu, household registration
cư trú, residence
căn cước, căn cước công dân, identity card
cccd => căn cước
cmnd => căn cước
chứng minh nhân dân => căn cước
vneid, định danh điện tử
dữ liệu mở, open data
dữ liệu, data
# In a text, \`ai\` is nearly always "who".
ai => trí tuệ nhân tạo
trí tuệ nhân tạo, artificial intelligence
máy bay không người lái, drone, uav
chuyển đổi số, digital transformation
cđs => chuyển đổi số
kỹ năng số, digital skills
khởi nghiệp, startup, start up
vốn mồi, seed funding, seed money
đổi mới sáng tạo, innovation
thử nghiệm có kiểm soát, sandbox
bán dẫn, semiconductor
chip => bán dẫn
cảm biến, sensor
camera, máy quay giám sát, cctv
ứng dụng, app
thuế, tax
năng lượng mặt trời, điện mặt trời, solar, solar power

# --- Farming and industry
nông nghiệp, agriculture, farming
nông dân, bà con nông dân, farmer
nông thôn mới, new rural area
ntm => nông thôn mới
hợp tác xã, cooperative
htx => hợp tác xã
hợp tác xã => htx
lúa, rice
đất nông nghiệp, farmland
cụm công nghiệp, industrial cluster
ccn => cụm công nghiệp
khu công nghiệp, kcn, industrial park
plough => máy cày

# --- Abbreviations
bv => bệnh viện
đh => đại học
đhqg => đại học quốc gia
đhqghn => đại học quốc gia hà nội
thpt => trung học phổ thông
thcs => trung học cơ sở
kđt => khu đô thị
ktx => ký túc xá
ubnd => uỷ ban nhân dân
hđnd => hội đồng nhân dân
cntt => công nghệ thông tin
khcn => khoa học công nghệ
kh&cn => khoa học và công nghệ
nn&ptnt => nông nghiệp và phát triển nông thôn
tn&mt => tài nguyên và môi trường
gtvt => giao thông vận tải
csgt => cảnh sát giao thông
tp => thành phố
tphn => thành phố hà nội
hn => hà nội
tttm => trung tâm thương mại
ttcn => tiểu thủ công nghiệp
dvc => dịch vụ công
nvh => nhà văn hoá
nvs => nhà vệ sinh
nlmt => năng lượng mặt trời
bđs => bất động sản
gpmb => giải phóng mặt bằng
qsdđ => quyền sử dụng đất
cbcc => cán bộ công chức
tdp => tổ dân phố
tdtt => thể dục thể thao
ban quản lý, bql
ban quản trị, bqt
gd&đt => giáo dục và đào tạo

# --- Offices that were renamed or merged
sở giao thông vận tải => sở xây dựng
sở gtvt => sở xây dựng
sở lđtbxh => sở nội vụ
sở ldtbxh => sở nội vụ
sở tt&tt => sở khoa học và công nghệ
sở tài nguyên và môi trường => sở nông nghiệp và môi trường
sở tn&mt => sở nông nghiệp và môi trường
sở nông nghiệp và phát triển nông thôn => sở nông nghiệp và môi trường
sở thông tin và truyền thông => sở khoa học và công nghệ
sở lao động thương binh và xã hội => sở nội vụ
urenco => công ty môi trường đô thị
transerco => tổng công ty vận tải hà nội
hust => đại học bách khoa hà nội
vnu => đại học quốc gia hà nội
evn => điện lực
`;
