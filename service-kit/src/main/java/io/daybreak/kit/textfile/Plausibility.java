package io.daybreak.kit.textfile;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/**
 * How much of a decoded text is letters that people use in that language and place. Bytes of one
 * encoding are often valid in another, but then they are rare syllables, signs within words, or
 * accents in rows.
 */
final class Plausibility {

  /** From here on a text is one that somebody wrote. */
  static final double ENOUGH = 0.7;

  /** Nothing but signs, of which every encoding has some. */
  private static final double ONLY_SIGNS = 0.72;

  /** Of a text in EUC-JP without any kana, which hardly anybody writes, and Korean looks like. */
  private static final double WITHOUT_KANA = 0.8;

  private static final int LONGEST_ACCENTED_RUN = 2;

  /** Syllables of which all but a few per cent of Korean running text consists. */
  private static final BitSet COMMON_HANGUL =
      set(
          "가각간갈감갑값강갖같개객갤갱거건걸검겁것게겐겔겨격견결겸겹경계고곡곤골곰곱공과곽관괄광괜괴교구국군굴굽굿궁권귀규균귤그극근글금급긋긍기긴길김깃깊까깎깐깔깜깝깡깨"
              + "꺼껏께껴꼬꼭꼴꼼꽁꽂꽃꽉꾸꾼꿀꿈꿔끄끈끊끌끓끔끗끝끼낀낌나낙난날남납낫났낭낮낯낱내낸낼냄냅냇냈냉냐너넉넌널넓넘넛넣네넥넨넬넷녀녁년념녕노녹논놀놈농높놓놔뇌"
              + "뇨누눅눈눌눔눕뉘뉴늄느늑는늘늙능늦늬니닉닌닐님닙다닥닦단닫달닭닮담답닷당닿대댁댄댈댐댓더덕던덜덤덥덧덩덮데덱덴델뎀도독돈돋돌돔돕동돼되된될됨됩두둑둔둘둠둡둥뒤뒷드득든듣들듬듭듯등디딕딘딜딥딧딩딪따딱딴딸땀땅때땐땜떠떡떤떨떻떼또똑뚜뚝뚫뚱뛰뜨뜬뜯뜰뜻띄띠"
              + "라락란랄람랍랏랐랑래랙랜랠램랩랫랭략량러럭런럴럼럽럿렀렁레렉렌렐렘렛려력련렬렵렷령례로록론롤롬롭롯롱료룡루룩룬룰룸룹룻류륙륜률륨륭르륵른를름릅릇릉릎리릭린릴림립릿링"
              + "마막만많말맑맘맙맛망맞맡매맥맨맴맵맷맹맺머먹먼멀멈멋멍메멕멘멜멤며면멸명몇모목몬몰몸못몽묘무묵문묻물뭇뭐뮤뮬므미믹민믿밀밋밍및밑"
              + "바박밖반받발밝밟밤밥방밭배백밴밸뱀뱃뱅버벅번벌범법벗벙베벡벤벨벳벼벽변별병볕보복볶본볼봄봅봇봉뵈부북분불붉붐붓붕붙뷔뷰브블비빅빈빌빔빗빙빚빛빠빡빨빵빼뻐뻔뻗뼈뽀뽑뿌뿐뿔쁘쁜쁨삐"
              + "사삭산살삶삼삽샀상새색샌샐샘샤샴샵샷샹서석섞선설섬섭섯섰성세섹센셀셈셉셋셔션셜셨셰소속손솔솜솟송쇄쇠쇼숄수숙순숟술숨숫숭쉐쉬쉴쉽슈슐슘슛스슨슬슴습슷승시식신싣실싫심십싱싶싸싹싼쌀쌍쌓써썩썰썹쎄쏘쏟쏠쑤쓰쓴쓸씀씌씨씩씬씹씻"
              + "아악안앉않알앎암압앗았앙앞애액앤앨앰앱야약얀얇양얗얘어억언얹얻얼엄업없엇었엉엌엎에엑엔엘엠여역연열염엽엿였영옅옆예옛오옥온올옮옳옴옵옷옹와완왔왕왜외왼요욕용우욱운울움웃웅워원월웠웨웹위윈유육윤율융으은을음읍응의이익인일읽임입잇있잊잎"
              + "자작잔잖잘잠잡잣장잦재잭잼쟁저적전절젊점접젓정젖제젝젠젤젯져졌조족존졸좀좁종좋좌죄죠주죽준줄줌줍중쥐쥬즈즉즐즘증지직진질짐집짓징짙짚짜짝짠짧짱째쨌쩌쩍쩔쪼쪽쫓쭉쯤찌찍찢"
              + "차착찬찮찰참찻창찾채책챔챙처척천철첨첩첫청체첸첼쳐초촉촌촘촛총촬최추축춘출춤춥충취츄츠측층치칙친칠침칩칫칭카칵칸칼캄캐캔캘캠캡커컨컬컴컵컷케켓켜켰코콘콜콤콥콩쾌쿄쿠쿡쿤쿨퀴퀸큐큘크큰클큼키킨킬킴킷킹타탁탄탈탐탑탓탕태택탤탬탱터턱턴털텀텃텅테텍텐텔템텝텟토톡톤톨톱통퇴투툰툴툼퉁튀튜튬트특튼틀틈티틱틴틸팀팁팅"
              + "파팍판팔팜팝팟팡패팩팬팰퍼퍽펀펄펌펙펜펠펫펴편펼평폐포폭폰폴폼표푸푹풀품풍퓨퓰프픈플픔피픽핀필핌핏핑하학한할함합핫항해핵핸햄햇했행향허헌헐험헛헝헤헥헨헬혀현혈협형혜호혹혼홀홈홉홍화확환활황회획횟횡효후훈훌훔훨휘휠휴흉흐흑흔흘흙흡흥희흰히힌힐힘힙");

  /** Kanji of names, places, goods and trade. */
  private static final BitSet COMMON_KANJI =
      set(
          "一二三四五六七八九十百千万円年月日時分秒今週毎朝昼夜春夏秋冬東西南北上下左右前後中内外大小高低長短新古多少早速近遠白黒赤青黄緑茶紫金銀銅鉄木林森山川河海空石田畑米麦花草竹桜梅松犬猫鳥魚牛馬"
              + "人男女子供親父母兄弟姉妹友家族名氏様方者員客店社会商品番号数量個本枚台箱袋式組点価格料税込抜合計小額払済未発送配達注文予約販売買購入庫在荷届先住所県都府道市区町村郡丁目郵便電話携帯"
              + "国日京阪神奈川埼玉葉茨城栃群馬岡広島福愛知三重岐阜静梨潟富石井滋賀和歌兵庫鳥取根口徳香媛佐崎熊分宮鹿児沖縄北海青森岩手秋形佐藤鈴高橋伊渡辺本村小加吉山斎清木阿部池前後石長近遠坂原野沢島谷浜浦平太郎介助雄夫美代恵理由裕健一真直樹翔優結衣陽菜葵翼蓮悠斗智明正義信博昭隆誠浩和孝俊章光幸秀文武治久勝実"
              + "用途種類色形型寸重長幅厚材質素綿麻絹毛革紙服装靴帽傘鞄袖丈襟着物生地布製造元産業工場部課係長担当責任管理情報処確認変更登録更新削除追加検索開始終了期限定休営業時間曜登作成日付者備考欄説明内容結果状態有無可否正誤完成待保留返却交換修理受領収証書類見積請求支店倉庫"
              + "食飲料水酒肉野菜果卵乳塩油味甘辛冷凍温熱焼煮蒸揚麺丼寿司弁当菓子茶珈琲車駅線路行来出入門交通運転乗降止動走歩学校先生徒教室図館病院薬医者体頭目耳口手足心力気音楽映画写真絵書読聞見話語英文字言葉意思考知識問題答世界自然地球天雨雪風雲星光火土全部各別同他特第最初次回数目的際性化度率比約以上限超満過不非無再共法律権利益損金融銀行預貯株式債券投資取引契約");

  private static final BitSet KS_HANGUL = plane("EUC-KR", 0xB0, 0xC8);
  private static final BitSet KANJI_LEVEL_1 = plane("EUC-JP", 0xB0, 0xCF);

  private static final String ACCENTED =
      "àâäåæçéèêëîïíìôöóòøœùûüúñáãõßÀÂÄÅÆÇÉÈÊËÎÏÍÌÔÖÓÒØŒÙÛÜÚÑÁÃÕ";
  private static final String SIGNS_BETWEEN_WORDS = "\u00a0€‘’“”„–—…•™©®°«»¿¡£¥§½¼¾²³µ·×±ºª‹›";

  private final Encoding encoding;
  private final IntToDoubleFunction score;
  private char before = '\n';
  private char letter;
  private int accentedRun;
  private long seen;
  private long signs;
  private double good;
  private boolean impossible;
  private boolean kana;

  /**
   * @param before the letter before the text
   */
  Plausibility(Encoding encoding, char before) {
    this.encoding = encoding;
    this.letter = before;
    this.score =
        switch (encoding) {
          case CP949 -> this::korean;
          case SHIFT_JIS, EUC_JP -> this::japanese;
          default -> this::western;
        };
  }

  /** Looks at the next piece of the text. */
  void look(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      next(text[i]);
    }
  }

  /** Every letter is judged when the one after it is known. */
  private void next(char after) {
    if (letter >= 0x80) {
      double value = impossible(letter) ? -1 : score.applyAsDouble(after);
      if (value < 0) {
        impossible = true;
      }
      if (Double.isNaN(value)) {
        signs++;
      } else {
        seen++;
        good += value;
      }
    }
    before = letter;
    letter = after;
  }

  /** From 0, nobody writes so, to 1. */
  double share() {
    next('\n');
    if (impossible) {
      return 0;
    }
    if (seen == 0) {
      return signs > 0 ? ONLY_SIGNS : 1;
    }
    return good / seen * (encoding == Encoding.EUC_JP && !kana ? WITHOUT_KANA : 1);
  }

  private static boolean impossible(char c) {
    return c < 0xA0 || c == 0xFFFD || c >= 0xE000 && c < 0xF900;
  }

  private double korean(int after) {
    if (letter >= 0xAC00 && letter < 0xD7A4) {
      return COMMON_HANGUL.get(letter) ? 1 : KS_HANGUL.get(letter) ? 0.4 : 0;
    }
    if (letter >= 0x3131 && letter < 0x318F) {
      return 0.5;
    }
    if (isHan(letter)) {
      return isLatin(before) || isLatin(after) ? 0 : 0.3;
    }
    if (isKana(letter)) {
      return 0.3;
    }
    return isAsianSign(letter) ? Double.NaN : 0;
  }

  private double japanese(int after) {
    if (isKana(letter)) {
      kana = true;
      return 1;
    }
    if (letter >= 0xFF61 && letter < 0xFFA0) {
      return halfWidth(after);
    }
    if (isHan(letter)) {
      return COMMON_KANJI.get(letter) ? 1 : KANJI_LEVEL_1.get(letter) ? 0.6 : 0.1;
    }
    return isAsianSign(letter) ? Double.NaN : 0;
  }

  /** Katakana of half the width: of banks and old systems, in words of their own. */
  private double halfWidth(int after) {
    boolean begins = before < 0xFF61 || before >= 0xFFA0;
    boolean alone = begins && (after < 0xFF61 || after >= 0xFFA0);
    boolean mark = letter < 0xFF66 || letter == 0xFF70 || letter >= 0xFF9E;
    boolean voiced = letter >= 0xFF9E;
    if (begins && mark || alone || isLatin(before) || isLatin(after)) {
      return 0;
    }
    if (voiced) {
      return before >= 0xFF73 && before <= 0xFF8E ? 0.8 : 0;
    }
    return letter < 0xFF66 ? 0.2 : 0.8;
  }

  private double western(int after) {
    if (ACCENTED.indexOf(letter) >= 0) {
      accentedRun = ACCENTED.indexOf(before) >= 0 && before >= 0x80 ? accentedRun + 1 : 1;
      boolean inWord = isLatin(before) || isLatin(after) || accentedRun > 1;
      boolean capitalWithin =
          Character.isUpperCase(letter) && Character.isLowerCase(before) && before != 0;
      boolean signBeside = isOddBeside(before) || isOddBeside(after);
      return inWord && !capitalWithin && !signBeside && accentedRun <= LONGEST_ACCENTED_RUN ? 1 : 0;
    }
    if ("ýÝÿŸšŠžŽ".indexOf(letter) >= 0) {
      return 0.2;
    }
    if (SIGNS_BETWEEN_WORDS.indexOf(letter) < 0) {
      return 0;
    }
    boolean within = Character.isLetter(before) && Character.isLetter(after);
    return within && letter != '’' && letter != '·' ? 0 : Double.NaN;
  }

  /** Signs that stand beside an accented letter only in bytes of another encoding. */
  private static boolean isOddBeside(int c) {
    return c >= 0x80 && "¤¦¨¬¯´¶¸¹þðÞÐ†‡ˆ˜‰ƒ¼½¾²³±µ§¥£¢×÷".indexOf(c) >= 0;
  }

  private static boolean isLatin(int c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static boolean isHan(int c) {
    return c >= 0x4E00 && c < 0xA000 || c >= 0xF900 && c < 0xFB00 || c == '々' || c == '〆';
  }

  private static boolean isKana(int c) {
    return c >= 0x3041 && c < 0x3100;
  }

  private static boolean isAsianSign(int c) {
    return c >= 0xA0 && c < 0xC0
        || c == '×'
        || c == '÷'
        || c >= 0x2010 && c < 0x2500
        || c >= 0x25A0 && c < 0x2780
        || c >= 0x3000 && c < 0x3041
        || c >= 0x3200 && c < 0x3400
        || c >= 0xFF01 && c < 0xFF61
        || c >= 0xFFE0 && c < 0xFFE7;
  }

  private static BitSet set(String letters) {
    BitSet set = new BitSet(0x10000);
    letters.chars().forEach(set::set);
    return set;
  }

  /** The letters of a national standard's rows. */
  private static BitSet plane(String charset, int firstRow, int lastRow) {
    byte[] bytes = new byte[(lastRow - firstRow + 1) * 94 * 2];
    int at = 0;
    for (int row = firstRow; row <= lastRow; row++) {
      for (int cell = 0xA1; cell <= 0xFE; cell++) {
        bytes[at++] = (byte) row;
        bytes[at++] = (byte) cell;
      }
    }
    BitSet letters = set(new String(bytes, Charset.forName(charset)));
    letters.clear(0xFFFD);
    return letters;
  }
}
