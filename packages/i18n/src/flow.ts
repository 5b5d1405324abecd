/** The way from a problem to a result, in four steps: a line for the home page, a paragraph for the page about the network. */

type Step = { name: string; line: string; text: string; isHere: boolean };

const viSteps: readonly Step[] = [
  {
    name: 'Nêu',
    line: 'Ai cũng có thể nêu một vấn đề của thành phố. Cơ quan có thể phát động và mời giải pháp.',
    text: 'Ai cũng có thể nêu một thách thức: điều gì đang vướng, ở đâu, ai chịu ảnh hưởng, đã thử những gì. Cơ quan của thành phố có thể phát động thách thức, kèm yêu cầu và thời hạn, để mời giải pháp.',
    isHere: true,
  },
  {
    name: 'Giải',
    line: 'Người dân, nhà khoa học, doanh nghiệp gửi giải pháp. Mọi người ủng hộ, hỏi và phản biện.',
    text: 'Người dân, nhóm nghiên cứu, doanh nghiệp gửi giải pháp. Mọi người hỏi, phản biện và ủng hộ: mỗi người một lượt cho mỗi thách thức hay giải pháp, rút lại được khi thách thức còn mở.',
    isHere: true,
  },
  {
    name: 'Chọn',
    line: 'Giải pháp được chấm theo tiêu chí công bố trước. Cơ quan phản hồi: chọn gì, vì sao.',
    text: 'Giải pháp được chấm theo tiêu chí công bố trước, và ai gửi cũng biết vì sao mình được hay không được chọn. Cơ quan phản hồi: chọn gì, lý do, bước tiếp theo vào ngày nào.',
    isHere: false,
  },
  {
    name: 'Làm',
    line: 'Giải pháp được thử nghiệm thực tế hoặc thành nhiệm vụ KH&CN đặt hàng. Kết quả công khai kèm bằng chứng.',
    text: 'Giải pháp được chọn sẽ được thử nghiệm thực tế, hoặc thành nhiệm vụ khoa học và công nghệ do thành phố đặt hàng. Kết quả được công khai kèm bằng chứng, và những người từng ủng hộ được báo tin.',
    isHere: false,
  },
];

const enSteps: readonly Step[] = [
  {
    name: 'Raise',
    line: 'Anyone can raise a problem of the city. An agency can launch one and call for solutions.',
    text: 'Anyone can raise a challenge: what is wrong, where, for whom, what has been tried. An agency of the city can launch one, with a brief and a deadline, to call for solutions.',
    isHere: true,
  },
  {
    name: 'Solve',
    line: 'Citizens, researchers and enterprises propose solutions. Everyone supports, asks and argues.',
    text: 'Citizens, research teams and enterprises propose solutions. Everyone asks, argues and supports: once for each challenge or solution, and free to withdraw it while the challenge is open.',
    isHere: true,
  },
  {
    name: 'Choose',
    line: 'Solutions are scored by criteria published beforehand. The agency says which one, and why.',
    text: 'Solutions are scored by criteria published beforehand, and every team learns why it was or was not chosen. The agency responds: what it chose, its reasons, and the date of the next step.',
    isHere: false,
  },
  {
    name: 'Do',
    line: 'It is piloted, or commissioned as research. The result is published with evidence.',
    text: 'The chosen solution is piloted, or becomes a science and technology task commissioned by the city. The result is published with evidence, and those who supported it hear of it.',
    isHere: false,
  },
];

export const vi = {
  steps: viSteps,
  notHere: 'Đang xây dựng',
};

export const en: typeof vi = {
  steps: enSteps,
  notHere: 'Being built',
};
