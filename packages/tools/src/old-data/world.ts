/**
 * A small world with one of everything the network keeps, made on an empty site through its API, by people who do what
 * people do. Each release that keeps something new adds it here.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as inFolder } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestSite } from '@hanoi/local/testing-site';
import { type Actor, command, found, join, type Made, upload } from './cast.ts';
import { challengeOf, importedCsv, solutionOf, textOf } from './texts.ts';

const voterCount = 12;
const day = 86_400_000;

type World = {
  site: TestSite;
  /** People: Lan and Quân write, Minh and Hoa speak for an enterprise and an agency, Vy answers, twelve vote. */
  lan: Actor;
  quan: Actor;
  minh: Actor;
  hoa: Actor;
  vy: Actor;
  voters: Actor[];
  enterprise: string;
  agency: string;
};

/** Fills the site. Throws when anything is refused. */
export async function fillWorld(site: TestSite): Promise<void> {
  const world = await gather(site);
  const flood = await writeFlood(world);
  await writeOtherChallenges(world);
  await writeSolutions(world, flood);
  await writeThread(world, flood);
  importRows(site);
  await world.quan.act('PATCH', '/me', { name: 'Trần Quân (Tây Hồ)', language: 'en' });
}

async function gather(site: TestSite): Promise<World> {
  const lan = await join(site, 'lan@example.vn', 'Phạm Thị Lan');
  const quan = await join(site, 'quan@example.vn', 'Trần Văn Quân');
  const minh = await join(site, 'minh@example.vn', 'Đỗ Quang Minh');
  const hoa = await join(site, 'hoa@example.vn', 'Lê Thu Hoa');
  const vy = await join(site, 'vy@example.vn', 'Ngô Tường Vy');
  const voters: Actor[] = [];
  for (let number = 1; number <= voterCount; number++)
    voters.push(await join(site, `cu-tri-${number}@example.vn`, `Cử tri thứ ${number}`));
  const enterprise = await found(
    site,
    { slug: 'nuoc-xanh', name: 'Công ty Nước Xanh', kind: 'enterprise', about: 'Thiết bị lọc và trữ nước mưa.' },
    [minh],
  );
  const agency = await found(site, { slug: 'so-xay-dung', name: 'Sở Xây dựng Hà Nội', kind: 'agency' }, [hoa, vy]);
  command(site, 'grant-admin', 'dieu-phoi@example.vn', '--reason', 'Điều phối mạng lưới');
  await join(site, 'dieu-phoi@example.vn', 'Vũ Điều Phối');
  command(site, 'grant-admin', 'vy@example.vn', '--role', 'expert');
  return { site, lan, quan, minh, hoa, vy, voters, enterprise, agency };
}

/** The challenge most happens to: every field, two pictures, an edit, votes given and taken back, follows. */
async function writeFlood({ site, lan, quan, vy, voters }: World): Promise<Made> {
  const images = [
    await upload(site, lan, 0, 'Ngã tư ngập đến nửa bánh xe'),
    await upload(site, lan, 1, 'Vạch đo mực nước trên tường'),
  ];
  const flood = await lan.act(
    'POST',
    '/challenges',
    challengeOf('Ngập sâu ở ngã tư sau mỗi trận mưa lớn', {
      tags: ['ngập lụt', 'thoát nước'],
      ward: '00331',
      point: { lng: 105.8542, lat: 21.0285 },
      images,
    }),
  );
  const path = `/challenges/${flood.id}`;
  for (const voter of voters) await voter.act('PUT', `${path}/support`);
  for (const voter of voters.slice(0, 3)) await voter.act('DELETE', `${path}/support`);
  await voters[0]!.act('PUT', `${path}/support`);
  await quan.act('PUT', `${path}/support`);
  for (const follower of [quan, vy, voters[1]!]) await follower.act('PUT', `${path}/follow`);
  await voters[1]!.act('DELETE', `${path}/follow`);
  return lan.act('PATCH', path, { version: flood.version, summary: textOf(200, 'Sau khi đi đo lại'), programme: 'P5' });
}

/** One challenge in each state, of each kind, and one at every limit. */
async function writeOtherChallenges({ site, lan, quan, minh, hoa, voters, enterprise, agency }: World): Promise<void> {
  const soon = new Date(Date.now() + 30 * day).toISOString();
  await lan.act(
    'POST',
    '/challenges',
    challengeOf('Bản nháp về vỉa hè bị lấn chiếm', { draft: true, tags: ['vỉa hè'] }),
  );
  const inName = { organisation: enterprise, programme: 'P7', tags: ['nước sạch'], ward: '00070' };
  await minh.act('POST', '/challenges', challengeOf('Tái sử dụng nước mưa trong khu công nghiệp', inName));
  const call = { kind: 'launched', organisation: agency, programme: 'P6', closesAt: soon, tags: ['thoát nước'] };
  const launched = await hoa.act('POST', '/challenges', challengeOf('Kêu gọi sáng kiến cảnh báo ngập sớm', call));
  await quan.act('PUT', `/challenges/${launched.id}/support`);
  const closed = await quan.act('POST', '/challenges', challengeOf('Đèn đường hỏng ở ngõ 120', { ward: '00331' }));
  for (const voter of voters.slice(0, 5)) await voter.act('PUT', `/challenges/${closed.id}/support`);
  await quan.act('POST', `/challenges/${closed.id}/close`, { reason: 'Phường đã sửa xong toàn bộ đèn' });
  await lan.act('POST', '/challenges', await atLimits(site, lan));
  const ending = Date.now() + 1_500;
  const brief = challengeOf('Khảo sát đã hết hạn về xe buýt', { closesAt: new Date(ending).toISOString() });
  const over = await quan.act('POST', '/challenges', brief);
  await voters[0]!.act('PUT', `/challenges/${over.id}/support`);
  await sleep(ending - Date.now());
  command(site, 'job', 'close-due');
}

async function atLimits(site: TestSite, lan: Actor): Promise<object> {
  const images = [];
  for (let place = 1; place <= 6; place++) images.push(await upload(site, lan, place % 2, textOf(200, `Ảnh ${place}`)));
  return {
    title: textOf(120, 'Dài nhất'),
    summary: textOf(300, 'Tóm tắt dài nhất'),
    body: textOf(20_000, 'Nội dung dài nhất'),
    programme: 'P1',
    tags: [1, 2, 3, 4, 5].map((place) => `tuyến đường sắt đô thị số ${place} rẽ`),
    ward: '00070',
    point: { lng: 105.84217, lat: 21.02944 },
    images,
  };
}

/** Solutions in each state, one in the name of an organisation, with votes, follows and pictures. */
async function writeSolutions({ site, lan, quan, minh, vy, voters, enterprise }: World, { id }: Made): Promise<void> {
  const path = `/challenges/${id}/solutions`;
  await vy.act('POST', path, solutionOf('Bản nháp về vỉa hè thấm nước', { tags: ['vỉa hè'] }));
  const images = [await upload(site, vy, 1, 'Bản vẽ bể ngầm'), await upload(site, vy, 0, 'Sân trường hiện nay')];
  const tank = await vy.act('POST', path, solutionOf('Bể trữ nước mưa dưới sân trường', { tags: ['bể ngầm'], images }));
  await vy.act('POST', `/solutions/${tank.id}/submit`);
  for (const voter of voters.slice(2, 9)) await voter.act('PUT', `/solutions/${tank.id}/support`);
  await voters[8]!.act('DELETE', `/solutions/${tank.id}/support`);
  await lan.act('PUT', `/solutions/${tank.id}/follow`);
  const { version } = await vy.act('GET', `/solutions/${tank.id}`);
  await vy.act('PATCH', `/solutions/${tank.id}`, { version, title: 'Bể trữ nước mưa dưới ba sân trường' });
  const sensors = solutionOf('Cảm biến mực nước báo qua tin nhắn', { organisation: enterprise });
  const offered = await minh.act('POST', path, sensors);
  await minh.act('POST', `/solutions/${offered.id}/submit`);
  await quan.act('PUT', `/solutions/${offered.id}/support`);
  const taken = await quan.act('POST', path, solutionOf('Nâng mặt đường thêm nửa mét'));
  await quan.act('POST', `/solutions/${taken.id}/submit`);
  await voters[0]!.act('PUT', `/solutions/${taken.id}/support`);
  await quan.act('POST', `/solutions/${taken.id}/withdraw`);
  await minh.act('POST', `/solutions/${tank.id}/comments`, { body: 'Bể cần **van một chiều**.', stance: 'for' });
}

/** A thread: replies, all stances, one in the name of an agency, one edited, one deleted below its replies. */
async function writeThread({ lan, quan, hoa, voters, agency }: World, { id }: Made): Promise<void> {
  const thread = `/challenges/${id}/comments`;
  const say = (who: Actor, body: string, over: object = {}) => who.act('POST', thread, { body, ...over });
  const first = await say(quan, 'Nhà tôi ngập ba lần trong năm nay.', { stance: 'for' });
  await say(hoa, 'Sở đã ghi nhận, sẽ khảo sát trong tháng tới.', { parentId: first.id, organisation: agency });
  const reply = await say(lan, 'Cảm ơn Sở, mong có kết quả sớm.', { parentId: first.id });
  await lan.act('PATCH', `/comments/${reply.id}`, {
    version: reply.version,
    body: 'Cảm ơn Sở, mong có *kết quả* sớm.',
  });
  const doubted = await say(voters[3]!, 'Ngã tư này không phải nơi ngập nhất.', { stance: 'against' });
  await say(voters[4]!, 'Đúng, đường Láng còn ngập hơn.', { parentId: doubted.id });
  await voters[3]!.act('DELETE', `/comments/${doubted.id}`);
  const lone = await say(voters[5]!, 'Bình luận này sẽ được xoá.');
  await voters[5]!.act('DELETE', `/comments/${lone.id}`);
  await say(voters[6]!, textOf(4_000, 'Ý kiến dài nhất'));
}

function importRows(site: TestSite): void {
  const folder = mkdtempSync(inFolder(tmpdir(), 'old-data-'));
  const file = inFolder(folder, 'rows.csv');
  writeFileSync(file, importedCsv);
  command(site, 'import', file, '--map', 'hanoi');
  rmSync(folder, { recursive: true });
}
