/** Invented: common forenames and surnames, drawn and joined by chance; nobody in the demonstration exists. */
export const FORENAMES = [
  'Aaron', 'Abena', 'Adam', 'Aisha', 'Alan', 'Amara', 'Amit', 'Andrei', 'Anna', 'Ben', 'Bianca', 'Callum', 'Carla', 'Chidi', 'Connor', 'Dawn', 'Dev', 'Dmitri', 'Ella', 'Emre',
  'Eoin', 'Esther', 'Farah', 'Femi', 'Fiona', 'Gareth', 'Grace', 'Hamza', 'Hannah', 'Ibrahim', 'Imani', 'Ivan', 'Jade', 'James', 'Jamal', 'Joanna', 'Joel', 'Kaya', 'Kieran', 'Kofi',
  'Laura', 'Leon', 'Liam', 'Lucia', 'Malik', 'Maria', 'Marek', 'Mei', 'Mohammed', 'Naomi', 'Nathan', 'Nikhil', 'Olga', 'Omar', 'Owen', 'Paul', 'Priya', 'Rachel', 'Rafael', 'Rhys',
  'Rosa', 'Ryan', 'Sade', 'Samir', 'Sean', 'Selin', 'Shane', 'Simone', 'Sofia', 'Stephen', 'Tariq', 'Tegan', 'Tomas', 'Tyrone', 'Uche', 'Vera', 'Wayne', 'Yusuf', 'Zahra', 'Zoe',
] as const;
export const SURNAMES = [
  'Abbott', 'Adeyemi', 'Ahmed', 'Akhtar', 'Allen', 'Asante', 'Bailey', 'Banks', 'Barnes', 'Begum', 'Bennett', 'Bowen', 'Brooks', 'Byrne', 'Campbell', 'Carter', 'Chowdhury', 'Clayton', 'Costa', 'Cruz',
  'Daly', 'Demir', 'Dixon', 'Doyle', 'Edwards', 'Ekwueme', 'Farrell', 'Fraser', 'Garcia', 'Gill', 'Grant', 'Haddad', 'Harris', 'Hill', 'Hussain', 'Ibrahim', 'Ivanov', 'Jackson', 'Jenkins', 'Joseph',
  'Kaur', 'Kelly', 'Khan', 'Kowalski', 'Lam', 'Lawson', 'Lewis', 'Marsh', 'Mensah', 'Mistry', 'Morgan', 'Murphy', 'Nash', 'Novak', 'Nwosu', 'Obi', 'Osei', 'Palmer', 'Parsons', 'Patel',
  'Pereira', 'Popescu', 'Price', 'Quinn', 'Rahman', 'Reid', 'Ross', 'Sesay', 'Shaw', 'Silva', 'Singh', 'Sutton', 'Taylor', 'Thomas', 'Tran', 'Usman', 'Walsh', 'Webb', 'Yilmaz', 'Young',
] as const;
