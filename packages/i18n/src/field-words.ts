/** What is wrong with a field, in words that forms and answers to programs share: by the code of the field error. */

export const vi = {
  byCode: {
    tag_renamed: 'Từ khóa này đã được đổi tên.',
    until_before_from: 'Thời điểm kết thúc phải sau thời điểm bắt đầu.',
    name_taken: 'Đã có chương trình khác mang tên này.',
    term_unknown: 'Căn cứ này chưa hoặc không còn hiệu lực vào lúc nhận.',
    received_ahead: 'Lúc nhận không thể ở phía trước.',
    due_before_received: 'Hạn phải sau lúc nhận.',
  },
};

export const en: typeof vi = {
  byCode: {
    tag_renamed: 'That tag was renamed already.',
    until_before_from: 'It must end after it begins.',
    name_taken: 'Another programme has that name.',
    term_unknown: 'This ground was not in force when the demand came.',
    received_ahead: 'It cannot have come at a time that is still ahead.',
    due_before_received: 'It must be due after it came.',
  },
};
