import type { Random } from '../random/random.js';

export interface FullName { readonly given: string; readonly family: string }

// First names and family names of many places, kept together so that most people's two names come from one of them.
const CULTURES: readonly { readonly given: readonly string[]; readonly family: readonly string[] }[] = [
  { given: words('Adaeze Chinedu Ngozi Emeka Ifeoma Obinna Kelechi Uchenna Nkechi Tobenna Folake Babatunde'), family: words('Okafor Eze Nwosu Adeyemi Balogun Okonkwo Obi Nnamdi Adebayo Onyekachi Afolabi Uzor') },
  { given: words('Léa Mathieu Camille Hugo Élodie Antoine Chloé Rémi Margaux Théo Solène Bastien'), family: words('Martin Lefèvre Moreau Girard Rousseau Faure Chevalier Renaud Garnier Mercier Dufour Perrin') },
  { given: words('Aarav Priya Rohan Ananya Vikram Meera Arjun Kavya Nikhil Divya Sanjay Lakshmi'), family: words('Iyer Sharma Patel Reddy Nair Mehta Banerjee Kulkarni Rao Chatterjee Menon Joshi') },
  { given: words('Wei Xiuying Jun Meiling Hao Yan Lian Zhen Ruolan Bo Qing Tao'), family: words('Zhang Chen Liu Huang Zhao Lin Wu Xu Sun Gao Luo Tang') },
  { given: words('Sofía Mateo Valentina Joaquín Camila Iker Lucía Andrés Ximena Rafael Paloma Tomás'), family: words('García Herrera Reyes Navarro Castillo Ibáñez Mendoza Quiroga Salazar Vidal Aguirre Montoya') },
  { given: words('Omar Layla Yusuf Noor Karim Salma Tariq Huda Bilal Rania Idris Amal'), family: words('Haddad Farouk Mansour Khalil Nasser Saleh Rahman Aziz Hamdan Qasim Bakri Zaman') },
  { given: words('Haruto Yui Sakura Daiki Aoi Kenji Mei Ryota Hana Takumi Naoko Shun'), family: words('Tanaka Sato Suzuki Watanabe Kobayashi Yoshida Mori Hayashi Shimizu Ogawa Fujita Okada') },
  { given: words('Ingrid Lars Astrid Magnus Freja Søren Liv Henrik Sigrid Nils Maja Anders'), family: words('Solberg Lindqvist Nyström Haugen Dahl Bergström Østergaard Holm Sandvik Ekström Lund Vestergaard') },
  { given: words('Kwame Akosua Kofi Abena Yaw Efua Nana Kojo Esi Ama Kwesi Adwoa'), family: words('Mensah Owusu Boateng Asante Addo Osei Appiah Darko Agyeman Quaye Amoah Sarpong') },
  { given: words('Marta Jakub Zofia Piotr Agnieszka Tomasz Karolina Wojciech Hanna Michał Ewa Łukasz'), family: words('Kowalczyk Nowicki Zieliński Wójcik Kamiński Lewandowski Dąbrowski Mazur Krawczyk Wilk Sikora Baran') },
  { given: words('Linh Minh Thảo Quân Hương Đức Lan Khánh Trang Bảo Vy Nam'), family: words('Nguyễn Trần Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý') },
  { given: words('Aroha Tane Mereana Wiremu Hine Rangi Ngaire Tamati Marama Rawiri Anahera Hemi'), family: words('Ngata Parata Walker Rewi Pōmare Waititi Herangi Kingi Tūhoe Paki Tamihana Rangihuna') },
  { given: words('Fiona Callum Niamh Rory Eilidh Declan Siobhán Angus Bronwen Gareth Maeve Owen'), family: words('MacLeod Byrne Sinclair O’Connor Pritchard Gallagher Fraser Llewellyn Murray Doyle Vaughan Keane') },
  { given: words('Elif Emre Zeynep Kerem Ayşe Deniz Defne Mert Selin Can Yasemin Baran'), family: words('Yılmaz Demir Kaya Şahin Çelik Aydın Öztürk Arslan Doğan Koç Kurt Polat') },
];

function words(text: string): string[] {
  return text.split(' ');
}

/** A name for somebody who does not exist. One in eight has names from two places. */
export const fullName = (random: Random): FullName => {
  const culture = random.pick(CULTURES);
  const other = random.chance(1 / 8) ? random.pick(CULTURES) : culture;
  return { given: random.pick(culture.given), family: random.pick(other.family) };
};

const WITHOUT_MARK: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', ı: 'i', æ: 'ae' };

/** A name as it stands in an address: `Élodie`, `O’Connor` and `Đặng` become `elodie`, `oconnor` and `dang`. */
export const inAddress = (name: string): string =>
  name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z]/g, (letter) => WITHOUT_MARK[letter] ?? '');
